import type { Types } from 'mongoose';
import type { Conversation } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import type { Language, TurnFacts } from '../../assistant-core/index.js';

/**
 * Hex ids in the order in which the conversation has named them: `s1` is the first of `services`. Ids are only ever
 * appended, so an alias keeps its meaning.
 */
export interface ConversationAliases {
  readonly services: readonly string[];
  readonly pets: readonly string[];
  readonly appointments: readonly string[];
}

export const NO_ALIASES: ConversationAliases = { services: [], pets: [], appointments: [] };

/** A free time that was offered. Ids are hex. */
export interface StoredOffer {
  readonly alias: string;
  readonly starts_at: Date;
  readonly service_id: string;
  readonly pet_id: string | null;
  /** The appointment that would move there; null for a booking. */
  readonly appointment_id: string | null;
  readonly expires_at: Date;
}

/** A message of the customer. */
export type HeardMessage = Pick<Message, 'seq' | 'content' | 'attachments' | 'context'>;

export interface TurnFactsRequest {
  /** Null for a person without a contact, for instance in a trial. */
  readonly conversation: Pick<Conversation, '_id' | 'channel_id' | 'last_seq'> & {
    readonly contact_id: Types.ObjectId | null;
  };
  /** That nobody has answered, oldest first; at least one. */
  readonly messages: readonly HeardMessage[];
  /** The first message of the episode; older ones are not told. */
  readonly episode_since_seq: number;
  readonly aliases: ConversationAliases;
  readonly offers: readonly StoredOffer[];
  readonly summary: string | null;
  /** Of the assistant's settings. */
  readonly emergency_phone: string | null;
  readonly policies: readonly string[];
  readonly languages: readonly Language[];
}

/** An appointment as a tool has left it. `pending`: the request waits for staff. */
export interface AppointmentChange {
  readonly appointment_id: Types.ObjectId;
  readonly starts_at: Date;
  readonly status: 'booked' | 'pending' | 'cancelled';
}

export interface LoadedFacts {
  readonly facts: TurnFacts;
  /** With the new ones of this turn; the caller stores them before it runs a tool. */
  readonly aliases: ConversationAliases;
}

/** The conversation in whose name a tool runs. */
export interface ToolContext {
  /** `assistant:<turn>:<n>`; a repeated call with the same key finds what it did. */
  readonly key: string;
  readonly conversation_id: Types.ObjectId;
  readonly contact_id: Types.ObjectId;
  /** The newest message of the customer; null without one, for instance in a trial. */
  readonly message_id: Types.ObjectId | null;
  readonly aliases: ConversationAliases;
  readonly offers: readonly StoredOffer[];
  /** What the customer was told. A change is made only if it still costs and means the same. */
  readonly told: Pick<TurnFacts, 'now' | 'appointments'>;
}
