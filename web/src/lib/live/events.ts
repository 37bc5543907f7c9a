import type { Suggestion } from '#web/features/assistant/assistant-types.ts';
import type { RunSummary } from '#web/features/flows/runs/run-types.ts';
import type { Schemas } from '#web/lib/api/client.ts';

/** Events of the company's log, by name. A test compares the names with docs/sockets.md. */
export interface LoggedEvents {
  'message:new': { conversationId: string; message: Schemas['MessageDto'] };
  'message:updated': { conversationId: string; message: Schemas['MessageDto'] };
  'message:status': {
    messageId: string;
    conversationId: string;
    status: Schemas['MessageDto']['status'];
    error?: Schemas['MessageErrorDto'] | null;
  };
  'scheduled:updated': { conversationId: string };
  'message:read': { conversationId: string; upToSeq: number; userId: string };
  'conversation:updated': { conversation: Omit<Schemas['ConversationDto'], 'unread_count'> };
  'label:changed': { label: Schemas['LabelDto']; formerName: string | null; deleted: boolean };
  'appointment:held': { appointment: Schemas['AppointmentDto'] };
  'appointment:created': { appointment: Schemas['AppointmentDto'] };
  'appointment:updated': { appointment: Schemas['AppointmentDto'] };
  'appointment:cancelled': { appointment: Schemas['AppointmentDto'] };
  /** Without `user_ids` it is for all staff. */
  'notification:new': { notification: { type: string; data: unknown; user_ids?: string[] } };
  'channel:connect': { connection: Schemas['MetaConnectionDto'] };
  'channel:health': { channel: Schemas['ChannelDto'] };
  /** Without `qr_png` there is nothing to scan. */
  'waha:session': {
    name: string;
    status: string;
    phone: string | null;
    qr_png?: string;
    qr_expires_at?: string;
  };
  'integration:updated': { integration: Schemas['IntegrationDto'] };
  'company:updated': object;
  'catalog:updated': object;
  'offer:updated': { conversationId: string; offer: Schemas['OfferDto'] };
  'waitlist:updated': object;
  'payment:updated': object;
  'user:updated': { userId: string; deleted: boolean };
  'contact:updated': { contactId: string; deleted: boolean };
  'pet:updated': { petId: string; contactId: string; deleted: boolean };
  'clearance:updated': { clearanceId: string; petId: string; deleted: boolean };
  'flow:run': { run: RunSummary };
  'assistant:suggestion': { conversationId: string; suggestion: Suggestion | null };
  'import:completed': { importId: string; kind: Schemas['CustomerImportDto']['kind']; state: string };
}

/** Events without a number in the log: they say what is the case now, and may be lost. */
export interface PassingEvents {
  'draft:updated': { conversationId: string; mode: 'reply' | 'note'; version: number };
  'typing:indicator': { conversationId: string; userId: string; typing: boolean };
  'import:progress': { importId: string; state: Schemas['CustomerImportDto']['state']; rows: number };
  'webhook:delivery': { endpointId: string; delivery: Schemas['WebhookDeliveryDto'] };
  'user:online': { userId: string };
  'user:offline': { userId: string };
  'presence:update': { conversationId: string; viewers: { userId: string; name: string; typing: boolean }[] };
}

export type LoggedEventName = keyof LoggedEvents;
export type PassingEventName = keyof PassingEvents;

/** An event of the log as it comes from the socket. */
export interface LoggedEvent {
  seq: number;
  name: string;
  payload: unknown;
}

/** Names of the passing events. Every other event has a number and moves the cursor. */
export const PASSING_EVENT_NAMES: readonly PassingEventName[] = [
  'typing:indicator',
  'user:online',
  'user:offline',
  'presence:update',
  'draft:updated',
  'import:progress',
  'webhook:delivery',
];
