import type { DirectoryChannel } from '../channels/index.js';
import type { ReplyWindow } from '../../customers/contacts/index.js';
import type { Attachment, Message } from '../message-log/index.js';

/** One call to the outside: platforms that can't mix text and files get one part each. */
export interface SendPart {
  readonly text?: string;
  readonly attachments: readonly Attachment[];
  /** Which pieces of the message it holds, see {@link piecesOf}. */
  readonly places: readonly number[];
}

/** Everything an adapter needs to send one part of one message. */
export interface SendCommand {
  readonly message: Message;
  readonly part: SendPart;
  /** The same for every try of this part, so that a receiver that keeps keys sends it once. */
  readonly idempotencyKey: string;
  /** What the platform is to hand back with its echo and receipts; see {@link parseCorrelation}. */
  readonly correlationId: string;
  /** The customer in the channel's id space. */
  readonly recipientId: string;
  readonly channel: DirectoryChannel;
  readonly accessToken: string;
  /** The access token as it is stored. */
  readonly sealedToken: string;
  /** The reply window that counts now; null where only the platform knows. */
  readonly replyWindow: ReplyWindow | null;
  /** External id of the message that this one answers. */
  readonly replyToExternalId?: string;
}

/** `unknown`: the request may have arrived, so a blind resend could show the message twice. */
export interface SendFailure {
  readonly outcome: 'failed' | 'unknown';
  readonly code: string;
  /** For staff, in plain words. */
  readonly message: string;
  /** The provider's own reason, without secrets. */
  readonly details?: string;
  readonly retryable: boolean;
  /** What the other side asked for, milliseconds. */
  readonly retryAfterMs?: number;
}

export type SendResult = { readonly outcome: 'sent'; readonly externalId?: string } | SendFailure;

/** The read message, and the account and the customer that it was sent between. */
export interface ReadNotice {
  readonly channel: DirectoryChannel;
  readonly accessToken: string;
  /** The customer in the channel's id space. */
  readonly recipientId: string;
  /** The provider's id of the customer's message. */
  readonly externalId: string;
}

/** Port of a platform's sending side. A provider's refusal is a result, never an exception. */
export interface MessageSender {
  /** The provider keeps idempotency keys, so a part may be sent again without showing twice. */
  readonly isRepeatable: boolean;
  /** Cuts a message into the calls that the platform needs. */
  toParts(message: Message): readonly SendPart[];
  send(command: SendCommand, signal: AbortSignal): Promise<SendResult>;
  /**
   * Shows the customer that the staff has read this message and all before it. Absent where the platform shows no read
   * marks. A refusal by the provider is ignored.
   * @throws Error when the provider did not answer; the caller tries again
   */
  markRead?(notice: ReadNotice): Promise<void>;
}
