import type { DirectoryChannel } from '../channels/index.js';
import type { Attachment, Message } from '../message-log/index.js';

/** One call to the provider. Platforms that cannot mix text and files get one part for each. */
export interface SendPart {
  readonly text?: string;
  readonly attachments: readonly Attachment[];
  /** Indexes of its pieces in {@link piecesOf}. */
  readonly pieceIndexes: readonly number[];
}

/** Data for sending one part of one message. */
export interface SendCommand {
  readonly message: Message;
  readonly part: SendPart;
  /** The same in every try, so that the provider can detect a repetition. */
  readonly idempotencyKey: string;
  /** Handed back by the platform with echoes and receipts; see {@link parseCorrelation}. */
  readonly correlationId: string;
  /** The customer's id at the provider. */
  readonly recipientId: string;
  readonly channel: DirectoryChannel;
  readonly accessToken: string;
  readonly sealedToken: string;
  /** The standard reply window is closed, but the platform lets a person answer with this tag. */
  readonly needsHumanAgentTag: boolean;
  /** The provider's id of the message that is quoted; not every platform can quote. */
  readonly replyToExternalId?: string;
}

/**
 * Tells the outbox what to do. `throttle`: wait until the limit allows it, however long. `transient`: try again with
 * growing pauses, for two minutes. `auth`: wait until the channel is connected again. `permanent`: fail at once.
 * `unknown`: the message may have arrived, so wait for an echo; without one a person has to check.
 */
export type ErrorClass = 'throttle' | 'transient' | 'auth' | 'permanent' | 'unknown';

/** `unknown`: the request may have arrived, so a repetition could show the message twice. */
export interface SendFailure {
  readonly outcome: 'failed' | 'unknown';
  readonly code: string;
  readonly class: ErrorClass;
  /** A sentence for staff. */
  readonly message: string;
  /** The provider's reason, without secrets. */
  readonly details?: string;
  /** The pause that the provider asked for, milliseconds. */
  readonly retryAfterMs?: number;
}

/** The used part of the account's quota, as an answer of the provider reports it. */
export interface SendUsage {
  /** 0 to 100. */
  readonly percent: number;
  /** Milliseconds until the account may send again; 0 if it may now. */
  readonly regainMs: number;
}

interface SentAnswer {
  readonly outcome: 'sent';
  readonly externalId?: string;
}

export type SendResult = (SentAnswer | SendFailure) & { readonly usage?: SendUsage };

/** A message of the customer, to which a sign such as "read" or "typing" belongs. */
export interface NoticeTarget {
  readonly channel: DirectoryChannel;
  readonly accessToken: string;
  /** The customer's id at the provider. */
  readonly recipientId: string;
  readonly externalId: string;
}

/** Port of a channel kind: sends messages. A refusal by the provider is a result, never an exception. */
export interface MessageSender {
  /** The provider detects repetitions, so a part may be sent again. */
  readonly isRepeatable: boolean;
  toParts(message: Message): readonly SendPart[];
  send(command: SendCommand, signal: AbortSignal): Promise<SendResult>;
  /**
   * Marks this message and all before it as read at the provider. Absent where the platform has no read marks. A
   * refusal is ignored.
   * @throws Error when the provider did not answer; the caller tries again
   */
  markRead?(notice: NoticeTarget): Promise<void>;
  /**
   * Shows the customer that somebody writes, until the next message or for about 25 seconds. WhatsApp marks the message
   * as read with it. Absent where the platform has no such sign. A refusal is ignored.
   * @throws Error when the provider did not answer
   */
  showTyping?(notice: NoticeTarget): Promise<void>;
}
