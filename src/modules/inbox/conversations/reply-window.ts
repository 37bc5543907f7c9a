import type { Platform, ReplyWindow } from '../../customers/contacts/index.js';
import { CHANNEL_PLATFORMS, kindsOfPlatform } from '../channels/index.js';

/**
 * Some platforms let a person answer after the standard window. The result may be over; it is null if no customer
 * message has opened a window.
 */
export function currentReplyWindow(platform: Platform, stored: ReplyWindow | null, now: Date): ReplyWindow | null {
  const extensionMs = extensionOf(platform);
  if (stored?.kind !== 'standard' || stored.expires_at >= now || extensionMs === 0) return stored;
  return { expires_at: new Date(stored.expires_at.getTime() + extensionMs), kind: 'human_agent' };
}

/** The kinds of messages that are allowed when others are not. `human_agent`: messages that a person writes. */
export type AllowedInstead = 'template' | 'human_agent';

/** Whether a message may be sent now, and by which rule of the platform. */
export type SendRight =
  | { readonly isAllowed: true; readonly needsHumanAgentTag: boolean }
  | { readonly isAllowed: false; readonly allowed: readonly AllowedInstead[]; readonly human_agent_until: Date | null };

export const SENDING_IS_OPEN: SendRight = { isAllowed: true, needsHumanAgentTag: false };

/** @param sender `isPerson` is false for bots, automations and API keys */
export function sendRightOf(
  platform: Platform,
  stored: ReplyWindow | null,
  sender: { readonly isPerson: boolean; readonly isTemplate: boolean },
  now: Date,
): SendRight {
  const window = currentReplyWindow(platform, stored, now);
  const isOver = window !== null && window.expires_at < now;
  const isForPeople = window?.kind === 'human_agent';
  if (!window || sender.isTemplate || !(isOver || isForPeople)) return SENDING_IS_OPEN;
  if (!isOver && sender.isPerson) return { isAllowed: true, needsHumanAgentTag: true };
  const allowed: AllowedInstead[] = kindsOfPlatform(platform).some(({ hasTemplates }) => hasTemplates)
    ? ['template']
    : [];
  if (isOver) return { isAllowed: false, allowed, human_agent_until: null };
  return { isAllowed: false, allowed: [...allowed, 'human_agent'], human_agent_until: window.expires_at };
}

/** Matches conversations whose {@link currentReplyWindow} is open now and closes before a time. */
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

/** Kinds without a reply window store none, so the platform is enough. */
function extensionOf(platform: Platform): number {
  return Math.max(0, ...kindsOfPlatform(platform).map((kind) => kind.humanAgentExtensionMs));
}
