import type { Platform, ReplyWindow } from '../../customers/contacts/index.js';
import { platformDefinition } from '../channels/index.js';

/**
 * The reply window at a time. Some platforms let a person answer after the standard window. The window may be over; it is
 * null where no message of the customer has opened one, so that only the platform knows.
 */
export function currentReplyWindow(platform: Platform, stored: ReplyWindow | null, now: Date): ReplyWindow | null {
  const extensionMs = platformDefinition(platform)?.humanAgentExtensionMs ?? 0;
  if (stored?.kind !== 'standard' || stored.expires_at >= now || extensionMs === 0) return stored;
  return { expires_at: new Date(stored.expires_at.getTime() + extensionMs), kind: 'human_agent' };
}
