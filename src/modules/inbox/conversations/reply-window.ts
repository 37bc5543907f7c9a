import type { Platform, ReplyWindow } from '../../customers/contacts/index.js';

const DAY_MS = 24 * 3_600_000;
/** A person may answer for this long after the standard window, seven days in all (Meta's HUMAN_AGENT tag). */
const HUMAN_AGENT_EXTENSION_MS = 6 * DAY_MS;
const WITH_HUMAN_AGENT: readonly Platform[] = ['facebook', 'instagram'];

/**
 * The window that counts now: after the standard one, Messenger and Instagram still let a person answer. It may be over
 * already; null where no customer's message has opened one, so that only the platform knows.
 */
export function currentReplyWindow(platform: Platform, stored: ReplyWindow | null, now: Date): ReplyWindow | null {
  if (stored?.kind !== 'standard' || stored.expires_at >= now || !WITH_HUMAN_AGENT.includes(platform)) return stored;
  return { expires_at: new Date(stored.expires_at.getTime() + HUMAN_AGENT_EXTENSION_MS), kind: 'human_agent' };
}
