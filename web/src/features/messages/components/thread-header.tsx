import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { ConversationButtons } from '#web/features/conversations/components/conversation-buttons.tsx';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import classes from './thread-header.module.css';

/** Whom the conversation is with, and what can be done with it. */
export function ThreadHeader({ row, view }: { row: Row; view: string }) {
  const { t } = useTranslation('inbox');
  const navigate = useNavigate();

  return (
    <header className={classes.header}>
      <ActionIcon
        className={classes.back}
        variant="subtle"
        color="gray"
        size={44}
        aria-label={t('actions.back')}
        onClick={() => void navigate({ to: '/inbox/$view', params: { view }, search: (filters) => filters })}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <Link
        className={classes.contact}
        to="/inbox/$view/$id/contact"
        params={{ view, id: row._id }}
        search={(filters: object) => filters}
      >
        <ContactAvatar
          id={row.contact_id}
          name={row.contact.full_name}
          url={row.contact.avatar_url}
          platform={row.platform}
        />
        <h2 className={classes.name}>{row.contact.full_name}</h2>
      </Link>
      <ConversationButtons row={row} />
    </header>
  );
}
