import { useCallback, useEffect, useRef } from 'react';
import { emitLive, liveState } from '#web/lib/live/live-connection.ts';

const REPEAT_MS = 4_000;
const PAUSE_MS = 5_000;
/** The server removes a viewer 30 s after the last event. */
const VIEWING_REPEAT_MS = 20_000;

/** Joins the conversation as a viewer. Returns a function that shows colleagues whether the user is typing. */
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
    const view = () => void emitLive('conversation:viewing', { conversationId, visible: !document.hidden });
    const join = () => {
      // A new connection is in no room.
      if (liveState.get() !== 'live') return;
      void emitLive('conversation:join', { conversationId }).then(view);
    };
    join();
    const unsubscribe = liveState.subscribe(join);
    const timer = setInterval(view, VIEWING_REPEAT_MS);
    document.addEventListener('visibilitychange', view);
    return () => {
      unsubscribe();
      clearInterval(timer);
      document.removeEventListener('visibilitychange', view);
      stop();
      void emitLive('conversation:viewing', { conversationId, visible: false });
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
