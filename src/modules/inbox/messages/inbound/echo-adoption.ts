import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppConfig } from '../../../../core/config/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../conversations/index.js';
import { type Message, MessagesRepository } from '../../message-log/index.js';
import {
  lastPieceIndexOf,
  mayBeOut,
  MessageDelivery,
  type MessagePiece,
  parseCorrelation,
  piecesOf,
  numberedText,
} from '../../message-sending/index.js';
import type { InboundMessage } from './inbound-event.js';
import { ReceiptsService } from './receipts.service.js';

/** The longest time between the last attempt and an echo without our id. */
const ADOPTION_WINDOW_MS = 2 * 60_000;
const CLOCK_SKEW_MS = 30_000;
const NEWEST_COMPARED = 50;
/** The answer of the send may store the id meanwhile; the next look finds it. */
const MAX_LOOKS = 3;

interface EchoedPieces {
  readonly message: Message;
  readonly pieceIndexes: readonly number[];
  /** Only the answer of the send tells whether the echo is its own. */
  readonly isUnderWay: boolean;
}

/** `undecided`: ask again after the answer of the send. */
export type Adoption = 'adopted' | 'unknown' | 'undecided';

/**
 * Recognizes echoes of our own messages. The rules, in this order: the provider's id is stored; the echo carries our
 * id (Messenger); it has the same text or kinds of files as a recent message without ids (Instagram, bots,
 * assistants).
 */
@Injectable()
export class EchoAdoption {
  constructor(
    private readonly config: AppConfig,
    private readonly messages: MessagesRepository,
    private readonly delivery: MessageDelivery,
    private readonly receipts: ReceiptsService,
  ) {}

  /** If `adopted`, the stored message has the id of the echo. */
  async adopt(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    conversation: Conversation,
    echo: InboundMessage,
  ): Promise<Adoption> {
    for (let look = 0; look < MAX_LOOKS; look++) {
      const known = await this.messages.findByExternalId(scope, channelId, echo.external_id);
      if (known) return isSentByUs(known) ? 'adopted' : 'unknown';
      const correlated = await this.correlated(scope, conversation, echo);
      const found = correlated ?? (await this.withSameContent(scope, conversation, echo));
      if (!found) return 'unknown';
      if (found.isUnderWay) return 'undecided';
      const isNamed = await this.receipts.confirm(scope, found.message, found.pieceIndexes, echo.external_id);
      if (isNamed || correlated) return 'adopted';
    }
    return 'undecided';
  }

  /** Like `adopt`, right before the echo is stored. @returns the message of the echo */
  async adoptPosted(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    conversation: Conversation,
    echo: InboundMessage,
  ): Promise<Message | null> {
    if ((await this.adopt(scope, channelId, conversation, echo)) !== 'adopted') return null;
    return this.messages.findByExternalId(scope, channelId, echo.external_id);
  }

  isFromOurApp({ app_id }: InboundMessage): boolean {
    return app_id !== undefined && app_id === this.config.facebookAppId;
  }

  private async correlated(
    scope: CompanyScope,
    conversation: Conversation,
    { correlation_id }: InboundMessage,
  ): Promise<EchoedPieces | undefined> {
    const correlation = parseCorrelation(correlation_id);
    const message = correlation && (await this.messages.findById(scope, correlation.messageId));
    if (!message?.conversation_id.equals(conversation._id)) return undefined;
    return { message, pieceIndexes: [correlation?.part ?? lastPieceIndexOf(message)], isUnderWay: false };
  }

  private async withSameContent(
    scope: CompanyScope,
    conversation: Conversation,
    echo: InboundMessage,
  ): Promise<EchoedPieces | undefined> {
    const newest = await this.messages.newest(scope, conversation._id, NEWEST_COMPARED);
    for (const message of newest.reverse()) {
      const chance = await this.chanceOf(scope, message, echo);
      const pieceIndexes = chance === 'none' ? undefined : matchingPieces(message, echo);
      if (pieceIndexes) return { message, pieceIndexes, isUnderWay: chance === 'under way' };
    }
    return undefined;
  }

  private async chanceOf(
    scope: CompanyScope,
    message: Message,
    { app_id, at }: InboundMessage,
  ): Promise<'none' | 'under way' | 'good'> {
    const { outbox, author, sent_at } = message;
    if (message.direction !== 'outbound' || message.visibility !== 'public') return 'none';
    // By the time of the echo, because it may be applied much later.
    const since = new Date(Math.min(Date.now(), at.getTime()) - ADOPTION_WINDOW_MS);
    // Another program has sent this message of an assistant.
    if (!outbox) {
      const until = new Date(at.getTime() + ADOPTION_WINDOW_MS);
      return author.kind === 'bot' && sent_at >= since && sent_at <= until ? 'good' : 'none';
    }
    const isByBot = await this.delivery.isRepeatable(scope, message);
    const isOfOtherApp = app_id !== undefined && app_id !== this.config.facebookAppId;
    if (isOfOtherApp && !isByBot) return 'none';
    const [first] = outbox.attempts;
    const last = outbox.attempts.at(-1);
    if (!mayBeOut(outbox) || (last?.at ?? sent_at) < since) return 'none';
    if ((first?.at ?? sent_at).getTime() > at.getTime() + CLOCK_SKEW_MS) return 'none';
    return last?.outcome === 'calling' || last?.outcome === 'pending' ? 'under way' : 'good';
  }
}

function isSentByUs({ outbox, external_ids }: Message): boolean {
  return outbox !== undefined || external_ids !== undefined;
}

/** One free piece of the message for each piece of the echo; undefined if one is missing. */
function matchingPieces(message: Message, echo: InboundMessage): number[] | undefined {
  const pieces = piecesOf(message);
  const shownTexts = [message.content, numberedText(message)].map((text) => text.trim());
  const ids = message.external_ids ?? [];
  const pieceIndexes: number[] = [];
  for (const shown of piecesOf(echo)) {
    const isFree = (index: number): boolean => typeof ids[index] !== 'string' && !pieceIndexes.includes(index);
    const pieceIndex = pieces.findIndex((piece, index) => isFree(index) && isSamePiece(piece, shown, shownTexts));
    if (pieceIndex < 0) return undefined;
    pieceIndexes.push(pieceIndex);
  }
  return pieceIndexes.length > 0 ? pieceIndexes : undefined;
}

/** @param texts the forms in which platforms may show our text */
function isSamePiece(ours: MessagePiece, shown: MessagePiece, texts: readonly string[]): boolean {
  return ours.kind === 'text' ? shown.kind === 'text' && texts.includes(shown.text) : ours.kind === shown.kind;
}
