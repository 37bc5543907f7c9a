import { sampleMessage } from '#web/testing/samples.ts';
import type { Message, PendingMessage } from './thread-merge.ts';

/** A customer's message at this minute of a day, unless the fields say more. */
export const messageAt = (minute: number, fields: Partial<Message> = {}): Message =>
  sampleMessage({ seq: minute, sent_at: new Date(Date.UTC(2026, 2, 1, 12, minute)).toISOString(), ...fields });

export const byUser = (id: string): Partial<Message> => ({ direction: 'outbound', author: { kind: 'user', id } });

/** A message that is being sent by the user `me`. */
export const pendingAt = (created_at: string): PendingMessage => ({
  client_id: 'k1',
  user_id: 'me',
  conversation_id: 'c1',
  contact_id: 'ct1',
  platform: 'facebook',
  visibility: 'public',
  content: 'On its way',
  attachments: [],
  created_at,
  last_seen_seq: 0,
  state: 'sending',
});
