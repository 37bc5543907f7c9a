import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import type { ThreadEntry } from '../thread-entries.ts';
import { MessageBubble } from './message-bubble.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import classes from './entry-view.module.css';

interface EntryViewProps {
  entry: ThreadEntry;
  /** The message that the thread was opened at. */
  openedSeq: number | undefined;
}

/** Draws one line of the thread. */
export const EntryView = memo(function EntryView({ entry, openedSeq }: EntryViewProps) {
  const { t } = useTranslation('messages');
  switch (entry.kind) {
    case 'beginning':
      return <p className={classes.beginning}>{t('beginning')}</p>;
    case 'day':
      return <DayLine at={entry.at} />;
    case 'unread':
      return (
        <div className={classes.unread} role="separator">
          <span>{t('new')}</span>
        </div>
      );
    case 'pending':
      return <PendingBubble message={entry.message} startsGroup={entry.startsGroup} />;
    case 'message':
      return (
        <MessageBubble
          message={entry.message}
          startsGroup={entry.startsGroup}
          isCurrent={entry.message.seq === openedSeq}
        />
      );
  }
}, isSameLine);

/** Each change of the thread makes new entries; most of them are equal to the old ones. */
function isSameLine(
  { entry: a, openedSeq: from }: EntryViewProps,
  { entry: b, openedSeq: to }: EntryViewProps,
): boolean {
  if (from !== to) return false;
  if (a === b) return true;
  if (a.kind !== b.kind || a.key !== b.key) return false;
  if (!('message' in a) || !('message' in b)) return true;
  return a.message === b.message && a.startsGroup === b.startsGroup;
}

function DayLine({ at }: { at: string }) {
  const time = useTimeSettings();
  return (
    <div className={classes.day} role="separator">
      <span>{dayHeading(at, time)}</span>
    </div>
  );
}
