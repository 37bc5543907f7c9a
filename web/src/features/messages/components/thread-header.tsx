import { ActionIcon } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { SidePanelState } from '#web/features/contacts/use-side-panel.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { inboxFilters } from '#web/features/conversations/inbox-search.ts';
import { ConversationButtons } from '#web/features/conversations/components/conversation-buttons.tsx';
import { UrgentMark } from '#web/features/conversations/components/urgent-mark.tsx';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import classes from './thread-header.module.css';

/** Whom the conversation is with, and what can be done with it. */
export function ThreadHeader({ row, view, panel }: { row: Row; view: string; panel: SidePanelState }) {
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
        onClick={() => void navigate({ to: '/inbox/$view', params: { view }, search: inboxFilters })}
      >
        <IconArrowLeft size={20} aria-hidden />
      </ActionIcon>
      <h2 className={classes.heading}>
        <button
          type="button"
          className={classes.contact}
          aria-expanded={panel.isShown}
          aria-controls={panel.isShown ? 'side-panel' : undefined}
          onClick={panel.toggle}
        >
          <ContactAvatar
            id={row.contact_id}
            name={row.contact.full_name}
            url={row.contact.avatar_url}
            platform={row.platform}
          />
          <span className={classes.name}>{row.contact.full_name}</span>
          {row.priority === 'urgent' && <UrgentMark />}
        </button>
      </h2>
      <ConversationButtons row={row} view={view} />
    </header>
  );
}
