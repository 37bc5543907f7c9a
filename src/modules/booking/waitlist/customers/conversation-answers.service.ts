import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { type Message, MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { CustomerAnswers, type CustomerAnswerTaker } from '../../../inbox/messages/index.js';
import { OfferNotices } from '../../customer-notices/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { WaitlistAnswers } from '../waitlist-answers.service.js';
import type { WaitlistAnswer, WaitlistEntry } from '../waitlist-entry.schema.js';
import { WaitlistRepository } from '../waitlist.repository.js';
import { type OfferReply, WaitReplies } from './wait-replies.service.js';
import { choiceIn, tappedChoice } from './wait-texts.js';

/** The time cannot be taken any more, whatever the customer does. */
const ENDED_CODES = ['OFFER_ENDED', 'INVALID_TRANSITION', 'HOLD_EXPIRED', 'NOT_FOUND'];

interface Answered extends OfferReply {
  readonly holdId: Types.ObjectId;
  readonly choice: WaitlistAnswer['choice'];
}

/** Takes the answers of customers to offers in a conversation: a tap at any time, a word while the offer is the last thing said. */
@Injectable()
export class ConversationAnswers implements CustomerAnswerTaker, OnModuleInit {
  constructor(
    private readonly registry: CustomerAnswers,
    private readonly entries: WaitlistRepository,
    private readonly answers: WaitlistAnswers,
    private readonly notices: OfferNotices,
    private readonly replies: WaitReplies,
    private readonly history: MessageHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  isExpecting(scope: CompanyScope): Promise<boolean> {
    return this.notices.isExpecting(scope);
  }

  /** Repeatable with the same message. */
  async take(scope: CompanyScope, conversation: Conversation, message: Message): Promise<boolean> {
    const answered = await this.read(scope, { conversation, message });
    if (!answered) return false;
    const entry = await this.entries.offeredTo(scope, conversation.contact_id, answered.holdId);
    if (!entry) await this.replies.ended(scope, answered, false);
    else if (answered.choice === 'accepted') await this.accept(scope, answered, entry);
    else return this.decline(scope, answered, entry);
    return true;
  }

  /** Null if the message answers no offer. */
  private async read(scope: CompanyScope, reply: OfferReply): Promise<Answered | null> {
    const { content, context } = reply.message;
    const payload = context?.button?.payload;
    const tapped = tappedChoice(payload);
    if (tapped) return { ...reply, holdId: toObjectId(tapped.holdId), choice: tapped.choice };
    const choice = payload === undefined || payload === content ? choiceIn(content) : undefined;
    const holdId = choice && (await this.notices.heldBy(scope, await this.questionOf(scope, reply.message)));
    return holdId ? { ...reply, holdId, choice } : null;
  }

  private questionOf(scope: CompanyScope, message: Message): Promise<Message | null> {
    const { quoted, context } = message;
    if (quoted) return this.history.findById(scope, quoted.message_id.toHexString());
    return context?.reply_to_external_id ? Promise.resolve(null) : this.history.answeredBy(scope, message);
  }

  private async accept(scope: CompanyScope, answered: Answered, entry: WaitlistEntry): Promise<void> {
    try {
      const booking = await this.answers.accept(scope, answererOf(answered), entry._id);
      if (isAhead(booking)) await this.replies.booked(scope, answered, booking);
      else await this.replies.ended(scope, answered, false);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      if (ENDED_CODES.includes(error.code)) await this.replies.ended(scope, answered, isWaiting(entry));
      else await this.replies.refer(scope, answered, missingOf(error));
    }
  }

  /** @returns false if the time is booked already: staff read the message */
  private async decline(scope: CompanyScope, answered: Answered, entry: WaitlistEntry): Promise<boolean> {
    if (entry.state === 'booked') return false;
    const isDeclined = entry.answer?.choice === 'declined' && entry.answer.appointment_id.equals(answered.holdId);
    try {
      if (!isDeclined) await this.answers.decline(scope, answererOf(answered), entry._id);
      await this.replies.declined(scope, answered);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      await this.replies.ended(scope, answered, isWaiting(entry));
    }
    return true;
  }
}

const answererOf = ({ holdId, message }: Answered) => ({ way: 'message', holdId, messageId: message._id }) as const;

/** A button can be tapped again after the visit. */
const isAhead = ({ state, ends_at }: StoredBooking): boolean => state === 'CONFIRMED' && ends_at > new Date();

const isWaiting = ({ state }: WaitlistEntry): boolean => state === 'waiting' || state === 'offered';

function missingOf({ code, details }: AppError): string[] {
  const { gates = [] } = (details ?? {}) as { gates?: readonly { name: string }[] };
  return code === 'GATE_FAILED' ? [...new Set(gates.map(({ name }) => name))] : [];
}
