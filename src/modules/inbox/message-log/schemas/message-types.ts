/** `user` is the customer, `operator` is staff, `assistant` is a bot. */
export const MESSAGE_ROLES = ['user', 'operator', 'assistant'] as const;
export type MessageRole = (typeof MESSAGE_ROLES)[number];

export const DIRECTIONS = ['inbound', 'outbound'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** In order, except `failed`. */
export const MESSAGE_STATUSES = ['queued', 'sent', 'delivered', 'read', 'failed'] as const;
export type MessageStatus = (typeof MESSAGE_STATUSES)[number];

export const ATTACHMENT_TYPES = [
  'image',
  'video',
  'audio',
  'file',
  'sticker',
  'location',
  'contact',
  'story',
  'share',
  'unsupported',
] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export const MAX_CONTENT_LENGTH = 5_000;
export const MAX_ATTACHMENTS = 15;

export const OUTGOING_ATTACHMENT_TYPES = ['image', 'video', 'audio', 'file'] as const;
