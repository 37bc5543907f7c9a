import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppConfig } from '../../../../core/config/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../conversations/index.js';
import { type Message, MessagesRepository } from '../../message-log/index.js';
import {
  lastPlaceOf,
  mayBeOut,
  MessageDelivery,
  type MessagePiece,
  parseCorrelation,
  piecesOf,
} from '../../message-sending/index.js';
import type { InboundMessage } from './inbound-event.js';
import { ReceiptsService } from './receipts.service.js';

/** An echo without our own id belongs to a message only if the platform made it so soon after the last attempt. */
const ADOPTION_WINDOW_MS = 2 * 60_000;
/** How far the platform's clock may be behind ours. */
const CLOCK_SKEW_MS = 30_000;
/** An echo comes soon after its message, so only the newest ones are compared with it. */
const NEWEST_COMPARED = 50;
/** The answer of the send may name the message while we look; then it is found by its id. */
const MAX_LOOKS = 3;

/** A stored message, and which of its pieces an echo shows. */
interface EchoedPieces {
  readonly message: Message;
  readonly places: readonly number[];
  /** The send is under way: only its answer tells whether the echo is its own. */
  readonly isUnderWay: boolean;
}

/** `undecided`: to be asked again when the send that is under way was answered. */
export type Adoption = 'adopted' | 'unknown' | 'undecided';

/**
 * Recognizes what we sent ourselves when a platform shows it back to us. The rules, in this order: the provider's id is
 * stored already; the echo carries our id (Messenger); or the echo has the same text, or files of the same kind, as a
 * message that was sent in the last minutes and whose pieces have no ids yet (Instagram, bots, assistants).
 */
@Injectable()
export class EchoAdoption {
  constructor(
    private readonly config: AppConfig,
    private readonly messages: MessagesRepository,
    private readonly delivery: MessageDelivery,
    private readonly receipts: ReceiptsService,
  ) {}

  /** `adopted` when the echo shows a message that is stored; the message has the echo's id then. */
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
      const isNamed = await this.receipts.confirm(scope, found.message, found.places, echo.external_id);
      if (isNamed || correlated) return 'adopted';
    }
    return 'undecided';
  }

  /** As `adopt`, for the moment before the echo is stored. @returns the message that the echo shows */
  async adoptPosted(
    scope: CompanyScope,
    channelId: Types.ObjectId,
    conversation: Conversation,
    echo: InboundMessage,
  ): Promise<Message | null> {
    if ((await this.adopt(scope, channelId, conversation, echo)) !== 'adopted') return null;
    return this.messages.findByExternalId(scope, channelId, echo.external_id);
  }

  /** Whether our own app sent it: then no person did. */
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
    return { message, places: [correlation?.part ?? lastPlaceOf(message)], isUnderWay: false };
  }

  private async withSameContent(
    scope: CompanyScope,
    conversation: Conversation,
    echo: InboundMessage,
  ): Promise<EchoedPieces | undefined> {
    const newest = await this.messages.newest(scope, conversation._id, NEWEST_COMPARED);
    for (const message of newest.reverse()) {
      const chance = await this.chanceOf(scope, message, echo);
      const places = chance === 'none' ? undefined : matchingPlaces(message, echo);
      if (places) return { message, places, isUnderWay: chance === 'under way' };
    }
    return undefined;
  }

  /** Whether the echo may show the message, by what is known of its sending. */
  private async chanceOf(
    scope: CompanyScope,
    message: Message,
    { app_id, at }: InboundMessage,
  ): Promise<'none' | 'under way' | 'good'> {
    const { outbox, author, sent_at } = message;
    if (message.direction !== 'outbound' || message.visibility !== 'public') return 'none';
    // By the time of the echo, because it may be read long after it was made.
    const since = new Date(Math.min(Date.now(), at.getTime()) - ADOPTION_WINDOW_MS);
    // An assistant's message that was posted to us: somebody else sends it.
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

/** For each piece of the echo a piece of the message that has no id yet; undefined unless all of them are found. */
function matchingPlaces(message: Message, echo: InboundMessage): number[] | undefined {
  const pieces = piecesOf(message);
  const ids = message.external_ids ?? [];
  const places: number[] = [];
  for (const shown of piecesOf(echo)) {
    const isFree = (place: number): boolean => typeof ids[place] !== 'string' && !places.includes(place);
    const place = pieces.findIndex((piece, index) => isFree(index) && isSamePiece(piece, shown));
    if (place < 0) return undefined;
    places.push(place);
  }
  return places.length > 0 ? places : undefined;
}

function isSamePiece(ours: MessagePiece, shown: MessagePiece): boolean {
  return ours.kind === 'text' ? shown.kind === 'text' && ours.text === shown.text : ours.kind === shown.kind;
}
