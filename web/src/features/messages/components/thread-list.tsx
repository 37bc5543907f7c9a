import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import { dayAt, estimatedHeight, newerOfOthers, type ThreadEntry } from '../thread-entries.ts';
import { useLoadOlder } from '../use-load-older.ts';
import { useReadMark } from '../use-read-mark.ts';
import { useThreadScroll } from '../use-thread-scroll.ts';
import { EntryView } from './entry-view.tsx';
import { ToEnd } from './to-end.tsx';
import classes from './thread-list.module.css';

const OVERSCAN = 10;
/** Within this distance of the end the thread follows new messages. */
const END_THRESHOLD_PX = 80;
const EDGE_PX = 16;
/** The day line that stays at the top covers this much. */
const DAY_LINE_PX = 40;

interface ThreadListProps {
  id: string;
  entries: ThreadEntry[];
  hasOlder: boolean;
  me: string;
}

/** The lines of the thread. A component of its own: the virtualizer renders its owner at each step of the scroll. */
export function ThreadList({ id, entries, hasOlder, me }: ThreadListProps) {
  const { t } = useTranslation('messages');
  const box = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: (index) => estimatedHeight(entries[index]),
    getItemKey: (index) => entries[index]?.key ?? index,
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: true,
    scrollEndThreshold: END_THRESHOLD_PX,
    scrollPaddingStart: DAY_LINE_PX,
    paddingStart: EDGE_PX,
    paddingEnd: EDGE_PX,
  });
  const items = virtualizer.getVirtualItems();
  const isAtEnd = virtualizer.isAtEnd();
  const lastSeq = entries.findLast((entry) => entry.kind === 'message')?.message.seq ?? 0;

  useLoadOlder(id, hasOlder, items[0]?.index ?? 0);
  const { seenSeq } = useThreadScroll(virtualizer, { entries, isAtEnd, lastSeq });
  useReadMark({ id, lastSeq, isAtEnd: () => virtualizer.isAtEnd(), wasAtEnd: isAtEnd });

  return (
    <div className={classes.frame}>
      <div ref={box} className={classes.box} role="log" aria-live="off" aria-label={t('thread')} tabIndex={0}>
        <DayOnTop entries={entries} index={virtualizer.getVirtualItemForOffset(virtualizer.scrollOffset ?? 0)?.index} />
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
      {!isAtEnd && <ToEnd count={newerOfOthers(entries, seenSeq, me)} onClick={() => virtualizer.scrollToEnd()} />}
    </div>
  );
}

/** The day of the topmost line, in the place of the day line that has been scrolled away. */
function DayOnTop({ entries, index = 0 }: { entries: readonly ThreadEntry[]; index: number | undefined }) {
  const time = useTimeSettings();
  const kind = entries[index]?.kind;
  const at = kind === 'day' || kind === 'beginning' ? undefined : dayAt(entries, index);
  return (
    <div className={classes.dayOnTop} aria-hidden>
      {at !== undefined && <span>{dayHeading(at, time)}</span>}
    </div>
  );
}
