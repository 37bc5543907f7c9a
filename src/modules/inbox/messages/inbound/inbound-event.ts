import type { Platform } from '../../../customers/contacts/index.js';
/**
 * What a channel's webhook says, in one vocabulary for all platforms. Adapters (meta, later WAHA and Telegram) map to it;
 * {@link InboundEvents} applies it. Ids are the provider's own; nothing here is trusted beyond its types.
 */
import type { AttachmentType, MessageContext } from '../../message-log/index.js';

/** A file to fetch later by its own job: the message is stored at once with the attachment pending. */
export interface InboundAttachment {
  type: AttachmentType;
  /** Where the provider serves the file; signed and short-lived. */
  source_url?: string;
  /** The provider's media id, where the file is fetched by id (WhatsApp). */
  media_id?: string;
  mime_type?: string;
  /** A caption, a file name, coordinates as text: what a person would read instead of the file. */
  file_description?: string;
}

interface InboundEventBase {
  /** The customer in the channel's id space, whichever direction the event has; it is the ordering lane. */
  customer_id: string;
  /** Further ids of the same customer: WhatsApp's business-scoped user ids beside the phone number. */
  customer_aliases?: string[];
  /** When it happened, by the provider's clock. */
  at: Date;
  /** It may have been applied before, in part: a process died over it. Then what follows from it is told again. */
  is_repeated?: boolean;
}

/** A message of the customer, or one of the business that was not sent by us (its phone, its page inbox). */
export interface InboundMessage extends InboundEventBase {
  kind: 'message';
  external_id: string;
  author: 'contact' | 'business';
  content: string;
  attachments: InboundAttachment[];
  context?: MessageContext;
  /** Our own message id, echoed back by the provider where it can (Messenger metadata, WhatsApp opaque data). */
  correlation_id?: string;
  /** The provider's id of the app that sent a message of the business, where it is told. */
  app_id?: string;
  /** What the delivery itself says of the customer; a profile fetch may add more later. */
  profile?: { name?: string; username?: string; phone?: string };
}

/** Delivery progress of our messages. */
export interface InboundStatus extends InboundEventBase {
  kind: 'status';
  status: 'sent' | 'delivered' | 'read' | 'failed';
  /** The messages it speaks of; empty with a watermark. */
  external_ids: string[];
  /** Everything of this customer sent up to then (Messenger). */
  watermark?: Date;
  correlation_id?: string;
  /** In our own codes, as for a send that is refused at once. */
  error?: { code: string; message: string; details?: string };
}

export interface InboundReaction extends InboundEventBase {
  kind: 'reaction';
  target_external_id: string;
  /** Null takes the reaction back. */
  emoji: string | null;
}

/** The customer unsent the message: its content must go. */
export interface InboundDeletion extends InboundEventBase {
  kind: 'deletion';
  target_external_id: string;
}

export interface InboundEdit extends InboundEventBase {
  kind: 'edit';
  target_external_id: string;
  content: string;
}

export type InboundEvent = InboundMessage | InboundStatus | InboundReaction | InboundDeletion | InboundEdit;

/** The live channel that an event came in by. */
export interface InboundChannel {
  _id: string;
  platform: Platform;
}

/**
 * `duplicate`: everything it says was known already. `unknown_target`: it speaks of a message that is not here (yet); a
 * status may overtake the answer of the send that it confirms, so the caller tries again for a while. `undecided`: only
 * the outcome of a send that is open can tell what it is; the caller tries again until then.
 */
export type InboundOutcome = 'applied' | 'duplicate' | 'unknown_target' | 'undecided';
