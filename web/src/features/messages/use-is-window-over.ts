import { useEffect } from 'react';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { refreshRow } from '#web/features/conversations/conversations-queries.ts';
import { useNow } from '#web/lib/time/ticker.ts';

/** Whether the reply window has ended. The server is asked once, because a person may have more time on some platforms. */
export function useIsWindowOver({ _id, reply_window: replyWindow }: Row): boolean {
  const now = useNow();
  const isOver = replyWindow !== null && Date.parse(replyWindow.expires_at) <= now;
  useEffect(() => {
    if (isOver) refreshRow(_id).catch(() => undefined);
  }, [_id, isOver]);
  return isOver;
}
