/** Sends have locks of their own, so that a slow provider does not delay received messages. */
export const SEND_LOCK_PREFIX = 'send:';

export function sendLockOf(conversationId: string): string {
  return SEND_LOCK_PREFIX + conversationId;
}
