import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { useEndSessions } from '../profile-queries.ts';
import classes from './end-others-dialog.module.css';

/** Asks before all other devices of the user are logged out. */
export function EndOthersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profile');
  const end = useEndSessions();
  return (
    <NativeDialog label={t('sessions.endOthers')} className={classes.dialog} onClose={onClose}>
      <h2 className={classes.title}>{t('sessions.endOthers')}</h2>
      <p>{t('sessions.endOthersText')}</p>
      <div className={classes.buttons}>
        <Button variant="default" onClick={onClose}>
          {t('sessions.cancel')}
        </Button>
        <Button
          color="red"
          data-autofocus
          loading={end.isPending}
          onClick={() => end.mutate('others', { onSettled: onClose })}
        >
          {t('sessions.endOthersConfirm')}
        </Button>
      </div>
    </NativeDialog>
  );
}
