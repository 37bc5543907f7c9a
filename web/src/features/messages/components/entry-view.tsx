import { memo } from 'react';
import { dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import type { ThreadEntry } from '../thread-entries.ts';
import { MessageBubble } from './message-bubble.tsx';
import { PendingBubble } from './pending-bubble.tsx';
import classes from './entry-view.module.css';

/** Draws one line of the thread. */
export const EntryView = memo(
  function EntryView({ entry }: { entry: ThreadEntry }) {
    if (entry.kind === 'day') return <DayLine at={entry.at} />;
    if (entry.kind === 'pending') return <PendingBubble message={entry.message} />;
    return <MessageBubble message={entry.message} startsGroup={entry.startsGroup} />;
  },
  (a, b) =>
    a.entry === b.entry ||
    (a.entry.kind === b.entry.kind &&
      a.entry.key === b.entry.key &&
      (a.entry.kind === 'day' ||
        (a.entry.message === (b.entry as typeof a.entry).message &&
          a.entry.startsGroup === (b.entry as typeof a.entry).startsGroup))),
);

function DayLine({ at }: { at: string }) {
  const time = useTimeSettings();
  return (
    <div className={classes.day} role="separator">
      <span>{dayHeading(at, time)}</span>
    </div>
  );
}
