import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { useEndSessions } from '../profile-queries.ts';

/** Asks before all other devices of the user are logged out. */
export function EndOthersDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profile');
  const end = useEndSessions();
  return (
    <ConfirmDialog
      title={t('sessions.endOthers')}
      text={t('sessions.endOthersText')}
      confirm={t('sessions.endOthersConfirm')}
      isPending={end.isPending}
      onConfirm={() => end.mutate('others', { onSettled: onClose })}
      onClose={onClose}
    />
  );
}
