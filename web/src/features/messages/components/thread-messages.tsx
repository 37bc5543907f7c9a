import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Failure } from '#web/ui/failure.tsx';
import { loadOlder, useThread } from '../messages-queries.ts';
import { usePending } from '../sending.ts';
import { stillPending } from '../thread-merge.ts';
import { threadEntries, type ThreadEntry } from '../thread-entries.ts';
import { EntryView } from './entry-view.tsx';
import { useReadMark } from '../use-read-mark.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import classes from './thread-messages.module.css';

const ESTIMATED_HEIGHT = 64;
const OVERSCAN = 10;
/** Within this distance of the end the thread follows new messages. */
const END_THRESHOLD_PX = 80;
const LOAD_AHEAD_ENTRIES = 10;

/** The messages of a conversation, the newest at the end. */
export function ThreadMessages({ id }: { id: string }) {
  const time = useTimeSettings();
  const { data: thread, error, refetch } = useThread(id);
  const pending = usePending();
  if (error && !thread) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!thread) return <div className={classes.box} />;
  const ofThread = pending.filter((message) => message.conversation_id === id);
  const entries = threadEntries(thread.messages, stillPending(ofThread, thread.messages), time);
  return <Entries id={id} entries={entries} hasOlder={thread.olderCursor !== null} />;
}

/** A component of its own: the virtualizer renders its owner at each step of the scroll. */
function Entries({ id, entries, hasOlder }: { id: string; entries: ThreadEntry[]; hasOlder: boolean }) {
  const { t } = useTranslation('inbox');
  const box = useRef<HTMLDivElement>(null);
  const loading = useRef(false);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: () => ESTIMATED_HEIGHT,
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_THRESHOLD_PX,
    paddingStart: 16,
    paddingEnd: 16,
  });
  const items = virtualizer.getVirtualItems();
  const firstShown = items[0]?.index ?? 0;

  useEffect(() => {
    if (!hasOlder || firstShown > LOAD_AHEAD_ENTRIES || loading.current) return;
    loading.current = true;
    void loadOlder(id).finally(() => (loading.current = false));
  }, [id, hasOlder, firstShown, entries.length]);

  // An own message is always scrolled to, wherever the reader is.
  const lastPending = entries.findLast((entry) => entry.kind === 'pending')?.key;
  useEffect(() => {
    if (lastPending !== undefined) virtualizer.scrollToEnd();
  }, [lastPending, virtualizer]);

  useReadMark(id, entries, () => virtualizer.isAtEnd());

  return (
    <div ref={box} className={classes.box} role="log" aria-live="off" aria-label={t('thread')} tabIndex={0}>
      <div className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ key, index, start }) => (
          <div
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            className={classes.place}
            style={{ transform: `translateY(${start}px)` }}
          >
            <EntryView entry={entries[index]!} />
          </div>
        ))}
      </div>
    </div>
  );
}
