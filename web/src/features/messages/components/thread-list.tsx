import { useVirtualizer } from '@tanstack/react-virtual';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import { dayAt, estimatedHeight, newerOfOthers, type ThreadEntry } from '../thread-entries.ts';
import { loadNewer, loadOlder } from '../messages-queries.ts';
import type { ThreadWindow } from '../thread-windows.ts';
import { useLoadAhead } from '../use-load-ahead.ts';
import type { Opening } from '../use-opening.ts';
import { useReadMark } from '../use-read-mark.ts';
import { useThreadScroll } from '../use-thread-scroll.ts';
import { EntryView } from './entry-view.tsx';
import { ToEnd } from './to-end.tsx';
import classes from './thread-list.module.css';

const OVERSCAN = 10;
/** The thread follows new messages if the reader is within this distance of the end. */
const END_THRESHOLD_PX = 80;
/** Loads more when the reader is this number of lines before the first or last loaded line. */
const LOAD_AHEAD_ENTRIES = 15;
const EDGE_PX = 16;
/** Height that the fixed day line covers at the top. */
const DAY_LINE_PX = 40;

interface ThreadListProps {
  id: string;
  entries: ThreadEntry[];
  /** The part of the thread that is shown. */
  shown: ThreadWindow;
  live: ThreadWindow;
  /** The newest message that this browser is sending. */
  lastPending: string | undefined;
  opening: Opening;
  me: string;
  /** Shows the newest messages instead of this part. */
  onLiveEnd: () => void;
}

/**
 * The lines of a part of the thread. A component of its own: the virtualizer renders its owner at each step of the scroll.
 * Mount it anew for each opening.
 */
export function ThreadList({ id, entries, shown, live, lastPending, opening, me, onLiveEnd }: ThreadListProps) {
  const { t } = useTranslation('messages');
  const box = useRef<HTMLDivElement>(null);
  const isLive = shown === live;
  // Keeps the scroll position when this part is joined to the newest messages.
  const [wasLive, setWasLive] = useState(isLive);
  useEffect(() => setWasLive(isLive), [isLive]);
  const virtualizer = useVirtualizer({
    count: entries.length,
    getScrollElement: () => box.current,
    estimateSize: useCallback((index: number) => estimatedHeight(entries[index]), [entries]),
    // A new function would make it compute the places of all lines again.
    getItemKey: useCallback((index: number) => entries[index]?.key ?? index, [entries]),
    overscan: OVERSCAN,
    anchorTo: 'end',
    followOnAppend: isLive && wasLive,
    scrollEndThreshold: END_THRESHOLD_PX,
    scrollPaddingStart: DAY_LINE_PX,
    paddingStart: EDGE_PX,
    paddingEnd: EDGE_PX,
  });
  const items = virtualizer.getVirtualItems();
  const firstShown = items[0]?.index ?? entries.length;
  const lastShown = items.at(-1)?.index ?? 0;
  const isAtEnd = isLive && virtualizer.isAtEnd();
  const lastSeq = live.messages.at(-1)?.seq ?? 0;
  const showEnd = () => (isLive ? virtualizer.scrollToEnd() : onLiveEnd());

  const isNearStart = shown.olderCursor !== null && firstShown <= LOAD_AHEAD_ENTRIES;
  useLoadAhead(isNearStart, firstShown, () => loadOlder(id, shown));
  const isNearEnd = !isLive && lastShown >= entries.length - LOAD_AHEAD_ENTRIES;
  useLoadAhead(isNearEnd, lastShown, () => loadNewer(id, shown));
  const { seenSeq } = useThreadScroll(virtualizer, { entries, opening, isAtEnd, lastSeq, lastPending, showEnd });
  useReadMark({ id, lastSeq, isAtEnd: () => isLive && virtualizer.isAtEnd(), wasAtEnd: isAtEnd });

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
              <EntryView entry={entries[index]!} openedSeq={opening.seq} />
            </div>
          ))}
        </div>
      </div>
      {!isAtEnd && <ToEnd count={newerOfOthers(live.messages, seenSeq, me)} onClick={showEnd} />}
    </div>
  );
}

/** The day of the topmost visible line, shown after its own day line has been scrolled away. */
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
