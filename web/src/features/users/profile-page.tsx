import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { logOut, meQuery } from '#web/lib/session/session.ts';
import classes from './profile-page.module.css';

/** The user's own settings. */
export function ProfilePage() {
  const { t } = useTranslation('profile');
  const { data: me } = useQuery(meQuery);
  return (
    <div className={classes.page}>
      <h1>{t('title')}</h1>
      <p>{me?.email}</p>
      <Button variant="default" onClick={() => void logOut()}>
        {t('logOut')}
      </Button>
    </div>
  );
}
