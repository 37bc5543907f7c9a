import { useEffect, useRef } from 'react';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { emitLive } from '#web/lib/live/live-connection.ts';
import type { ThreadEntry } from './thread-entries.ts';

const AT_MOST_EVERY_MS = 1_000;

/** Tells the server how far the reader has read, while the end of the thread is on a screen that has the focus. */
export function useReadMark(id: string, entries: readonly ThreadEntry[], isAtEnd: () => boolean): void {
  const last = entries.findLast((entry) => entry.kind === 'message')?.message.seq;
  const sent = useRef(0);

  useEffect(() => {
    if (last === undefined) return;
    const tell = () => {
      if (document.hidden || !document.hasFocus() || !isAtEnd()) return;
      if (sent.current >= last && !rowOf(id)?.unread_count) return;
      sent.current = last;
      void emitLive('message:read', { conversationId: id, upToSeq: last });
    };
    const timer = setTimeout(tell, AT_MOST_EVERY_MS);
    window.addEventListener('focus', tell);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('focus', tell);
    };
    // isAtEnd reads the scroll box at the moment it is called.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id, last]);
}
