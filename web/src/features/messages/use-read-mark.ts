import { useEffect, useEffectEvent, useRef } from 'react';
import { rowOf } from '#web/features/conversations/conversations-queries.ts';
import { isKeptUnread, letBeRead } from '#web/features/conversations/kept-unread.ts';
import { emitLive } from '#web/lib/live/live-connection.ts';

const AT_MOST_EVERY_MS = 1_000;

interface Reading {
  id: string;
  /** The newest stored message. */
  lastSeq: number;
  /** Whether the end is on the screen at the moment of the call. */
  isAtEnd: () => boolean;
  /** Whether the end was on the screen when the thread was drawn. */
  wasAtEnd: boolean;
}

/** Tells the server how far the reader has read, while the end of the thread is on a screen that has the focus. */
export function useReadMark({ id, lastSeq, isAtEnd, wasAtEnd }: Reading): void {
  const sent = useRef(0);

  const tell = useEffectEvent(() => {
    if (isKeptUnread(id) || lastSeq === 0 || document.hidden || !document.hasFocus() || !isAtEnd()) return;
    if (sent.current >= lastSeq && !rowOf(id)?.unread_count) return;
    sent.current = lastSeq;
    void emitLive('message:read', { conversationId: id, upToSeq: lastSeq });
  });

  useEffect(() => letBeRead(id), [id, lastSeq]);

  useEffect(() => {
    const timer = setTimeout(() => tell(), AT_MOST_EVERY_MS);
    return () => clearTimeout(timer);
  }, [id, lastSeq, wasAtEnd]);

  useEffect(() => {
    const onLook = () => tell();
    window.addEventListener('focus', onLook);
    document.addEventListener('visibilitychange', onLook);
    return () => {
      window.removeEventListener('focus', onLook);
      document.removeEventListener('visibilitychange', onLook);
    };
  }, []);
}
