import type { Platform, ReplyWindow } from '../../customers/contacts/index.js';
import { CHANNEL_PLATFORMS, kindsOfPlatform } from '../channels/index.js';

/**
 * The reply window at a time. Some platforms let a person answer after the standard window. The window may be over; it is
 * null where no message of the customer has opened one, so that only the platform knows.
 */
export function currentReplyWindow(platform: Platform, stored: ReplyWindow | null, now: Date): ReplyWindow | null {
  const extensionMs = extensionOf(platform);
  if (stored?.kind !== 'standard' || stored.expires_at >= now || extensionMs === 0) return stored;
  return { expires_at: new Date(stored.expires_at.getTime() + extensionMs), kind: 'human_agent' };
}

/** The Mongo filter of conversations whose {@link currentReplyWindow} is open now and closes before a time. */
export function closingWindow(now: Date, before: Date): Record<string, unknown> {
  const extended = CHANNEL_PLATFORMS.flatMap((platform) => {
    const extensionMs = extensionOf(platform);
    if (extensionMs === 0) return [];
    const from = new Date(now.getTime() - extensionMs);
    const until = new Date(Math.min(before.getTime() - extensionMs, now.getTime()));
    return [{ platform, 'reply_window.kind': 'standard', 'reply_window.expires_at': { $gte: from, $lt: until } }];
  });
  return { $or: [{ 'reply_window.expires_at': { $gte: now, $lt: before } }, ...extended] };
}

/** A kind of channel without a reply window stores none, so the kinds of a platform need no distinction. */
function extensionOf(platform: Platform): number {
  return Math.max(0, ...kindsOfPlatform(platform).map((kind) => kind.humanAgentExtensionMs));
}
