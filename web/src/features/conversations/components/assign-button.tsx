import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUser } from '#web/features/users/users-queries.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import classes from './assign-button.module.css';

/** Shows who has the conversation, and opens the choice of a colleague. Small screens show the picture alone. */
export function AssignButton({ assigneeId, onClick }: { assigneeId: string | null; onClick: () => void }) {
  const { t } = useTranslation('inbox');
  const user = useUser(assigneeId);
  const words = user ? t('assign.to', { name: user.full_name }) : t('actions.assign');
  return (
    <button type="button" className={classes.button} aria-label={words} title={words} onClick={onClick}>
      {user ? (
        <>
          <ContactAvatar id={user._id} name={user.full_name} url={user.avatar_url} size="small" />
          <span className={classes.name}>{user.full_name}</span>
        </>
      ) : (
        <IconUser size={20} stroke={1.75} aria-hidden />
      )}
    </button>
  );
}
