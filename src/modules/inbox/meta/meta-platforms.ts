import { declarePlatform } from '../channels/index.js';

const DAY_MS = 86_400_000;
/** The name of Meta's webhooks as a source of inbound events. */
export const META_SOURCE = 'meta';

export const META_PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
export type MetaPlatform = (typeof META_PLATFORMS)[number];

/**
 * `messaging`: an item of Messenger or Instagram; `message`, `status`, `echo`: items of WhatsApp; `change`: anything
 * else that a webhook field reports, such as comments and account notices.
 */
export type ItemKind = 'messaging' | 'message' | 'status' | 'echo' | 'change';

/** Meta's HUMAN_AGENT tag: a person may answer for seven days in all (channels.md 2.3). */
const humanAgentExtensionMs = 6 * DAY_MS;

declarePlatform({ name: 'facebook', textLimit: { limit: 2_000, unit: 'characters' }, humanAgentExtensionMs });
declarePlatform({ name: 'instagram', textLimit: { limit: 1_000, unit: 'bytes' }, humanAgentExtensionMs });
declarePlatform({ name: 'whatsapp', textLimit: { limit: 4_096, unit: 'characters' }, humanAgentExtensionMs: 0 });
