import { useCallback, useEffect, useRef } from 'react';
import { emitLive } from '#web/lib/live/live-connection.ts';

const REPEAT_MS = 4_000;
const PAUSE_MS = 5_000;

/** Joins the conversation's room, and answers a function that tells colleagues whether the user is typing. */
export function useTyping(conversationId: string): (isTyping: boolean) => void {
  const toldAt = useRef(0);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const stop = useCallback(() => {
    clearTimeout(pause.current);
    if (toldAt.current === 0) return;
    toldAt.current = 0;
    void emitLive('typing:stop', { conversationId });
  }, [conversationId]);

  useEffect(() => {
    void emitLive('conversation:join', { conversationId });
    return () => {
      stop();
      void emitLive('conversation:leave', { conversationId });
    };
  }, [conversationId, stop]);

  return useCallback(
    (isTyping) => {
      if (!isTyping) return stop();
      clearTimeout(pause.current);
      pause.current = setTimeout(stop, PAUSE_MS);
      if (Date.now() - toldAt.current < REPEAT_MS) return;
      toldAt.current = Date.now();
      void emitLive('typing:start', { conversationId });
    },
    [conversationId, stop],
  );
}
