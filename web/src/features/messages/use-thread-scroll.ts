import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useEffectEvent, useLayoutEffect, useState } from 'react';
import { endWait } from '#web/lib/waits.ts';
import type { ThreadEntry } from './thread-entries.ts';
import type { Opening } from './use-opening.ts';

interface Shown {
  entries: readonly ThreadEntry[];
  opening: Opening;
  /** The live end is on the screen. */
  isAtEnd: boolean;
  /** The newest stored message of the thread. */
  lastSeq: number;
  lastPending: string | undefined;
  showEnd: () => void;
}

/** Scrolls the thread to its opening place. Returns the newest message that was shown at the end. */
export function useThreadScroll(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  { entries, opening, isAtEnd, lastSeq, lastPending, showEnd }: Shown,
): { seenSeq: number } {
  const [seenSeq, setSeenSeq] = useState(lastSeq);
  if (isAtEnd && lastSeq > seenSeq) setSeenSeq(lastSeq);

  // Each opening mounts a new list.
  const scrollToOpening = useEffectEvent(() => {
    endWait('open-thread');
    const { place, align } = openingPlace(entries, opening);
    if (place === -1) return virtualizer.scrollToEnd();
    virtualizer.scrollToIndex(place, { align });
    if (opening.seq !== undefined) virtualizer.scrollElement?.focus({ preventScroll: true });
  });
  useLayoutEffect(() => scrollToOpening(), []);

  // The thread always scrolls to a message of the user, at any scroll position.
  const [pendingBefore] = useState(lastPending);
  const showOwn = useEffectEvent(showEnd);
  useEffect(() => {
    if (lastPending !== undefined && lastPending !== pendingBefore) showOwn();
  }, [lastPending, pendingBefore]);

  // The box shrinks when the composer grows, and when a phone shows its keyboard.
  const keepEnd = useEffectEvent(() => {
    if (isAtEnd) virtualizer.scrollToEnd();
  });
  useEffect(() => {
    const box = virtualizer.scrollElement;
    if (!box) return;
    const observer = new ResizeObserver(() => keepEnd());
    observer.observe(box);
    return () => observer.disconnect();
  }, [virtualizer]);

  return { seenSeq };
}

/** The index of the line to open the thread at; -1 for its end. The next message stands in for a deleted one. */
function openingPlace(entries: readonly ThreadEntry[], { count, seq }: Opening) {
  if (seq !== undefined) {
    const place = entries.findIndex((entry) => entry.kind === 'message' && entry.message.seq >= seq);
    return { place, align: 'center' as const };
  }
  const isFirst = count === 1;
  return { place: isFirst ? entries.findIndex(({ kind }) => kind === 'unread') : -1, align: 'start' as const };
}
