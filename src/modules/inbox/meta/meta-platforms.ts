/** The name of Meta's webhooks as a source of inbound events. */
export const META_SOURCE = 'meta';

export const META_PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
export type MetaPlatform = (typeof META_PLATFORMS)[number];

/**
 * `messaging`: an item of Messenger or Instagram; `message`, `status`, `echo`: items of WhatsApp; `change`: anything
 * else that a webhook field reports, such as comments and account notices.
 */
export type ItemKind = 'messaging' | 'message' | 'status' | 'echo' | 'change';
