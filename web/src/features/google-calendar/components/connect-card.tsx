import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import classes from '../google-calendar.module.css';
import { logInAtGoogle } from '../google-calendar-queries.ts';
import { Refusal } from './refusal.tsx';

/** What the connection does, and the way to the log-in at Google. */
export function ConnectCard() {
  const { t } = useTranslation('googleCalendar');
  const { mutate, isPending, error } = useMutation({ mutationFn: logInAtGoogle });
  return (
    <Card title={t('connect.title')} text={t('connect.text')}>
      <ul className={classes.steps}>
        <li>{t('connect.push')}</li>
        <li>{t('connect.pull')}</li>
        <li>{t('connect.account')}</li>
      </ul>
      <Refusal error={error} />
      <Button loading={isPending} onClick={() => mutate()}>
        {t('connect.button')}
      </Button>
    </Card>
  );
}
