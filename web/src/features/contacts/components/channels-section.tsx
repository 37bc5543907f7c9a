import { Link } from '@tanstack/react-router';
import { inboxFilters } from '#web/features/conversations/inbox-search.ts';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { PanelSection } from '#web/ui/panel-section.tsx';
import { useContactConversations } from '../contacts-queries.ts';
import classes from './channels-section.module.css';

/** The conversations of the customer on all platforms, with links to the others. */
export function ChannelsSection(props: { contactId: string; view: string; openId: string }) {
  const { t } = useTranslation('contacts');
  return (
    <PanelSection title={t('channels.title')} query={useContactConversations(props.contactId)}>
      {(rows) => (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row._id}>
              <Channel row={row} view={props.view} isOpen={row._id === props.openId} />
            </li>
          ))}
        </ul>
      )}
    </PanelSection>
  );
}

function Channel({ row, view, isOpen }: { row: Row; view: string; isOpen: boolean }) {
  const { t } = useTranslation('contacts');
  const time = useTimeSettings();
  const now = useNow();
  const { contact, platform, last_message: last } = row;
  return (
    <Link
      className={classes.channel}
      to="/inbox/$view/$id"
      params={{ view, id: row._id }}
      search={inboxFilters}
      aria-current={isOpen ? 'true' : undefined}
    >
      <ContactAvatar id={row.contact_id} name={contact.full_name} url={contact.avatar_url} platform={platform} />
      <span className={classes.words}>
        <span className={classes.last}>{last?.content || t('channels.noWords')}</span>
        <span className={classes.facts}>
          {isOpen ? t('channels.open') : t(`channels.status.${row.status}`)} ·{' '}
          {listTime(row.last_activity_at, time, now)}
        </span>
      </span>
    </Link>
  );
}
