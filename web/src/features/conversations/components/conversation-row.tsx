import { Link } from '@tanstack/react-router';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { useUser } from '#web/features/users/users-queries.ts';
import { duration, listTime, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { ContactAvatar } from '#web/ui/contact-avatar.tsx';
import { StatusTicks } from '#web/ui/status-ticks.tsx';
import { useConversation } from '../conversations-queries.ts';
import type { Message, Row } from '../conversation-merge.ts';
import { inboxFilters } from '../inbox-search.ts';
import type { ListQuery } from '../inbox-views.ts';
import { toggleRow, chooseRange, useHasSelection, useIsChosen } from '../selection.ts';
import { UrgentMark } from './urgent-mark.tsx';
import classes from './conversation-row.module.css';

/** Height of a row in px; the list reckons with it. */
export const ROW_HEIGHT = 76;

const HOUR_MS = 3_600_000;
const WAITING_SHOWN_MS = 5 * 60_000;
const WINDOW_SHOWN_MS = 4 * HOUR_MS;

interface RowProps {
  id: string;
  view: ListQuery['view'];
  top: number;
  isOpen: boolean;
  /** False for a row that has left the view, but not yet the screen. */
  fits: boolean;
}

/** One conversation of the list: a link, with a checkbox over the avatar. */
export const ConversationRow = memo(function ConversationRow({ id, view, top, isOpen, fits }: RowProps) {
  const { data: row } = useConversation(id);
  const isChosen = useIsChosen(id);
  return (
    <div
      role="listitem"
      className={classes.place}
      style={{ transform: `translateY(${top}px)` }}
      data-row={id}
      data-chosen={isChosen || undefined}
    >
      {row && (
        <>
          <Link
            to="/inbox/$view/$id"
            params={{ view, id }}
            search={inboxFilters}
            preload={false}
            className={classes.row}
            data-open={isOpen || undefined}
            data-unread={row.unread_count ? true : undefined}
            data-gone={!fits || undefined}
            aria-current={isOpen ? 'true' : undefined}
            draggable={false}
          >
            <RowContent row={row} fits={fits} />
          </Link>
          <Checkbox row={row} isChosen={isChosen} />
        </>
      )}
    </div>
  );
});

function Checkbox({ row, isChosen }: { row: Row; isChosen: boolean }) {
  const { t } = useTranslation('inbox');
  const isShown = useHasSelection();
  return (
    <label className={classes.check} data-shown={isShown || undefined}>
      <input
        type="checkbox"
        aria-label={t('select', { name: row.contact.full_name })}
        checked={isChosen}
        onChange={({ nativeEvent }) => ((nativeEvent as MouseEvent).shiftKey ? chooseRange : toggleRow)(row._id)}
      />
    </label>
  );
}

function RowContent({ row, fits }: { row: Row; fits: boolean }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const now = useNow();
  const { contact, last_message: last, platform, unread_count: unread } = row;
  const lastAt = last?.sent_at ?? row.last_activity_at;
  return (
    <>
      <ContactAvatar id={row.contact_id} name={contact.full_name} url={contact.avatar_url} platform={platform} />
      <span className={classes.text}>
        <span className={classes.line}>
          <span className={classes.name}>
            {contact.full_name}
            {row.pets.length > 0 && (
              <span className={classes.pets}> · {row.pets.map(({ name }) => name).join(', ')}</span>
            )}
          </span>
          <time className={classes.time} dateTime={lastAt}>
            {listTime(lastAt, time, now)}
          </time>
        </span>
        <span className={classes.line}>
          <span className={classes.last}>
            {last?.direction === 'outbound' && (
              <StatusTicks status={last.status as Message['status']} role={last.role} />
            )}
            {last ? last.content || t(`attachments.${attachmentKind(last.attachment_type)}`) : t('noMessage')}
          </span>
          {unread > 0 && (
            <span className={classes.badge}>
              {unread > 99 ? '99+' : unread}
              <span className="pb-visually-hidden"> {t('unread', { count: unread })}</span>
            </span>
          )}
        </span>
        <span className={classes.line}>
          {fits ? <RowFacts row={row} now={now} /> : <span className={classes.facts}>{t(`left.${leftBy(row)}`)}</span>}
          {row.assignee_id !== null && <Assignee id={row.assignee_id} />}
        </span>
      </span>
    </>
  );
}

function Assignee({ id }: { id: string }) {
  const { t } = useTranslation('inbox');
  const user = useUser(id);
  if (!user) return null;
  const words = t('assign.to', { name: user.full_name });
  return (
    <span className={classes.assignee} title={words}>
      <ContactAvatar id={id} name={user.full_name} url={user.avatar_url} size="tiny" />
      <span className="pb-visually-hidden">{words}</span>
    </span>
  );
}

/** Why a row is not in the view any more. */
const leftBy = ({ status }: Row) => (status === 'resolved' || status === 'snoozed' ? status : 'other');

const ATTACHMENT_KINDS = ['image', 'video', 'audio', 'file', 'sticker', 'location'] as const;

const attachmentKind = (type: string | null) => ATTACHMENT_KINDS.find((kind) => kind === type) ?? 'other';

function RowFacts({ row, now }: { row: Row; now: number }) {
  const { t } = useTranslation('inbox');
  const time = useTimeSettings();
  const waitsMs = row.waiting_since === null ? 0 : now - Date.parse(row.waiting_since);
  const windowMs = row.reply_window ? Date.parse(row.reply_window.expires_at) - now : 0;
  return (
    <span className={classes.facts}>
      {row.priority === 'urgent' && <UrgentMark />}
      {waitsMs > WAITING_SHOWN_MS && (
        <span className={classes.urgent}>{t('facts.waiting', { time: duration(waitsMs, time) })}</span>
      )}
      {windowMs > 0 && windowMs < WINDOW_SHOWN_MS && (
        <span className={classes.urgent}>{t('facts.window', { time: duration(windowMs, time) })}</span>
      )}
      {row.channel_health === 'needs_reconnect' && <span className={classes.urgent}>{t('facts.reconnect')}</span>}
      {row.next_appointment && (
        <span>
          {weekdayTime(row.next_appointment.starts_at, time)} {row.next_appointment.service_name} {petsOfNext(row)}
        </span>
      )}
      {row.labels.slice(0, 2).map((label) => (
        <span key={label} className={classes.label}>
          {label}
        </span>
      ))}
    </span>
  );
}

/** The pets of the next appointment, where the customer has several. */
function petsOfNext({ next_appointment: next, pets }: Row): string {
  const coming = pets.length > 1 ? pets.filter(({ _id }) => next?.pet_ids?.includes(_id)) : [];
  return coming.map(({ name }) => name).join(', ');
}
