import type { Virtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useState } from 'react';
import type { ThreadEntry } from './thread-entries.ts';

interface Shown {
  entries: readonly ThreadEntry[];
  isAtEnd: boolean;
  lastSeq: number;
}

/** Opens the thread at the line "New", else at its end, and answers the newest message that the end has shown. */
export function useThreadScroll(
  virtualizer: Virtualizer<HTMLDivElement, Element>,
  { entries, isAtEnd, lastSeq }: Shown,
): { seenSeq: number } {
  const [seenSeq, setSeenSeq] = useState(lastSeq);
  if (isAtEnd && lastSeq > seenSeq) setSeenSeq(lastSeq);

  useLayoutEffect(() => {
    const unread = entries.findIndex(({ kind }) => kind === 'unread');
    if (unread === -1) virtualizer.scrollToEnd();
    else virtualizer.scrollToIndex(unread, { align: 'start' });
    // Only the first opening.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);

  // An own message is always scrolled to, wherever the reader is.
  const lastPending = entries.findLast((entry) => entry.kind === 'pending')?.key;
  useEffect(() => {
    if (lastPending !== undefined) virtualizer.scrollToEnd();
  }, [lastPending, virtualizer]);

  // The box shrinks when the composer grows, and when a phone shows its keyboard.
  useEffect(() => {
    const box = virtualizer.scrollElement;
    if (!box) return;
    let wasAtEnd = virtualizer.isAtEnd();
    const onScroll = () => (wasAtEnd = virtualizer.isAtEnd());
    const observer = new ResizeObserver(() => {
      if (wasAtEnd) virtualizer.scrollToEnd();
    });
    observer.observe(box);
    box.addEventListener('scroll', onScroll);
    return () => {
      observer.disconnect();
      box.removeEventListener('scroll', onScroll);
    };
  }, [virtualizer]);

  return { seenSeq };
}
