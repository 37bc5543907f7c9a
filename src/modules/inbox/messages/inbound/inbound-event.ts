/**
 * The events of all channels in one form. Mappers create them and {@link InboundEvents} applies them. The ids are the
 * provider's, and only the types are checked.
 */
import type { Platform } from '../../../customers/contacts/index.js';
import type { AttachmentType, MessageContext, Referral } from '../../message-log/index.js';

/** The message is stored at once; a job fetches the file later. */
export interface InboundAttachment {
  type: AttachmentType;
  /** Where the provider serves the file; signed and short-lived. */
  source_url?: string;
  /** Where the file is fetched by id (WhatsApp). */
  media_id?: string;
  mime_type?: string;
  /** The shared page. */
  link_url?: string;
  /** A caption, a file name or coordinates as text. */
  file_description?: string;
}

interface InboundEventBase {
  /** The customer's id at the provider, in both directions; events of one customer are applied in order. */
  customer_id: string;
  /** For instance WhatsApp's business-scoped user id beside the phone number. */
  customer_aliases?: string[];
  at: Date;
  /** A process died over it, so it may have been applied in part; its effects are published again. */
  is_repeated?: boolean;
  /** Another app holds the conversation; PetBuddy can read it, but not answer. */
  is_standby?: boolean;
}

/** Of the customer, or of the business if PetBuddy did not send it. */
export interface InboundMessage extends InboundEventBase {
  kind: 'message';
  external_id: string;
  author: 'contact' | 'business';
  content: string;
  attachments: InboundAttachment[];
  context?: MessageContext;
  /** Our message id, handed back by Messenger (metadata) and WhatsApp (opaque data). */
  correlation_id?: string;
  app_id?: string;
  profile?: { name?: string; username?: string; phone?: string };
}

export interface InboundStatus extends InboundEventBase {
  kind: 'status';
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** Empty with a watermark. */
  external_ids: string[];
  /** All messages to the customer up to then (Messenger). */
  watermark?: Date;
  correlation_id?: string;
  error?: { code: string; message: string; details?: string };
}

export interface InboundReaction extends InboundEventBase {
  kind: 'reaction';
  /** Absent: `contact`. */
  by?: 'contact' | 'business';
  target_external_id: string;
  emoji: string | null;
}

export interface InboundDeletion extends InboundEventBase {
  kind: 'deletion';
  target_external_id: string;
}

export interface InboundEdit extends InboundEventBase {
  kind: 'edit';
  target_external_id: string;
  content: string;
}

/** The customer's number or user id has changed. */
export interface InboundIdChange extends InboundEventBase {
  kind: 'id_change';
  external_id: string;
  new_ids: string[];
}

/** The customer opened the conversation by an ad or a link, and has not written. */
export interface InboundReferral extends InboundEventBase {
  kind: 'referral';
  external_id: string;
  referral: Referral;
}

export type InboundEvent =
  InboundMessage | InboundStatus | InboundReaction | InboundDeletion | InboundEdit | InboundIdChange | InboundReferral;

export interface InboundChannel {
  _id: string;
  platform: Platform;
}

/**
 * `duplicate`: nothing was new. `unknown_target`: its message is not stored yet, perhaps because a status was faster
 * than the answer of the send. `undecided`: a send is under way. The caller tries the last two again.
 */
export type InboundOutcome = 'applied' | 'duplicate' | 'unknown_target' | 'undecided';
