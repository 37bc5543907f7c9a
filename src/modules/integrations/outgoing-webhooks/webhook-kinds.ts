import type { LoggedEventName } from '../../../core/realtime/index.js';

interface Kind {
  /** The event of the company's log that it is made of. */
  readonly logged: LoggedEventName;
  readonly description: string;
  /** Parts of `data`, with the JSON type of each, or the component of the API document that describes it. */
  readonly data: Readonly<Record<string, 'string' | 'boolean' | `${string}Dto`>>;
}

/** What an endpoint can subscribe to. */
export const WEBHOOK_KINDS = {
  'message.created': {
    logged: 'message:new',
    description: 'A customer or a staff member wrote a message or a note',
    data: { conversationId: 'string', message: 'MessageDto' },
  },
  'message.updated': {
    logged: 'message:updated',
    description: 'The content, reactions or files of a message changed',
    data: { conversationId: 'string', message: 'MessageDto' },
  },
  'message.status_changed': {
    logged: 'message:status',
    description: 'An outbound message is sent, delivered, read or failed',
    data: { messageId: 'string', conversationId: 'string', status: 'string' },
  },
  'conversation.updated': {
    logged: 'conversation:updated',
    description: 'A conversation was opened, or its status, assignee, labels, contact or pets changed',
    data: { conversation: 'ConversationDto' },
  },
  'contact.updated': {
    logged: 'contact:updated',
    description: 'A customer was added, changed, merged or deleted; read the customer again',
    data: { contactId: 'string', deleted: 'boolean' },
  },
  'pet.updated': {
    logged: 'pet:updated',
    description: 'A pet was added, changed or deleted; read the pet again',
    data: { petId: 'string', contactId: 'string', deleted: 'boolean' },
  },
  'import.completed': {
    logged: 'import:completed',
    description: 'A CSV import ended or was undone; read what it may have changed again',
    data: { importId: 'string', kind: 'string', state: 'string' },
  },
  'appointment.held': {
    logged: 'appointment:held',
    description: 'A time was held, or a hold was moved',
    data: { appointment: 'AppointmentDto' },
  },
  'appointment.created': {
    logged: 'appointment:created',
    description: 'A hold became an appointment',
    data: { appointment: 'AppointmentDto' },
  },
  'appointment.updated': {
    logged: 'appointment:updated',
    description: 'An appointment was moved, edited or approved, or its status changed',
    data: { appointment: 'AppointmentDto' },
  },
  'appointment.cancelled': {
    logged: 'appointment:cancelled',
    description: 'An appointment was cancelled, or a hold was released or expired',
    data: { appointment: 'AppointmentDto' },
  },
  'channel.health_changed': {
    logged: 'channel:health',
    description: 'A channel was connected, disconnected or lost its token',
    data: { channel: 'ChannelDto' },
  },
} as const satisfies Readonly<Record<string, Kind>>;

export type WebhookKind = keyof typeof WEBHOOK_KINDS;

export const WEBHOOK_KIND_NAMES = Object.keys(WEBHOOK_KINDS) as WebhookKind[];

/** Sent by `POST /integrations/webhooks/{id}/test` only. */
export const TEST_KIND = 'webhook.test';

const KIND_OF_LOGGED = new Map<string, WebhookKind>(
  WEBHOOK_KIND_NAMES.map((kind) => [WEBHOOK_KINDS[kind].logged, kind]),
);

/** @returns undefined for an event that no endpoint can subscribe to */
export function kindOf(loggedEvent: string): WebhookKind | undefined {
  return KIND_OF_LOGGED.get(loggedEvent);
}
