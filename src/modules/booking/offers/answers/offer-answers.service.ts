import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { type Message, MessageHistoryRepository, MessagesRepository } from '../../../inbox/message-log/index.js';
import { CustomerAnswers, type CustomerAnswerTaker } from '../../../inbox/messages/index.js';
import { dayNumberOf, weekdayOf } from '../../engine/index.js';
import { localDate } from '../../availability/index.js';
import { questionKey } from '../offer-maker.service.js';
import { isOpenAt } from '../offer.view.js';
import { OffersRepository } from '../offers.repository.js';
import type { TimeOffer } from '../schemas/time-offer.schema.js';
import { LocalWords } from '../wording/local-words.js';
import { tappedTime } from '../wording/offer-question.js';
import { OfferAcceptance } from './offer-acceptance.service.js';
import { readAnswer } from './read-answer.js';

/** An answer names one of the last offers; a tap may name an older one. */
const RECENT = 5;

interface Choice {
  readonly offer: TimeOffer;
  readonly slot: number;
}

/** Finds out whether a customer's message chooses an offered time. */
@Injectable()
export class OfferAnswers implements CustomerAnswerTaker, OnModuleInit {
  constructor(
    private readonly registry: CustomerAnswers,
    private readonly offers: OffersRepository,
    private readonly acceptance: OfferAcceptance,
    private readonly messages: MessagesRepository,
    private readonly history: MessageHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.registry.register(this);
  }

  isExpecting(scope: CompanyScope): Promise<boolean> {
    return this.offers.isExpecting(scope, new Date());
  }

  async take(scope: CompanyScope, conversation: Conversation, message: Message): Promise<boolean> {
    const chosen = await this.choiceOf(scope, conversation, message);
    if (!chosen) return false;
    const answer = { slot: chosen.slot, message_id: message._id, at: message.created_at };
    await this.acceptance.accept(scope, conversation, chosen.offer, answer);
    return true;
  }

  private async choiceOf(scope: CompanyScope, { _id }: Conversation, message: Message): Promise<Choice | null> {
    const tapped = tappedTime(message.context?.button?.payload);
    if (tapped) {
      const offer = await this.offers.ofConversation(scope, _id, toObjectId(tapped.offerId));
      return offer?.slots[tapped.slot] ? { offer, slot: tapped.slot } : null;
    }
    const recent = await this.offers.recent(scope, _id, RECENT);
    // After a crash a message may come again, when a newer offer has followed its choice.
    const chosen = recent.find(({ answer }) => answer?.message_id.equals(message._id));
    if (chosen?.answer) return { offer: chosen, slot: chosen.answer.slot };
    const [latest] = recent;
    return latest && isAnswerable(latest, message) ? this.readChoice(scope, latest, message) : null;
  }

  private async readChoice(scope: CompanyScope, offer: TimeOffer, message: Message): Promise<Choice | null> {
    const asked = offer.message_seq ?? (await this.seqOfQuestion(scope, offer));
    if (asked === null || message.seq < asked) return null;
    if (message.quoted && message.quoted.seq !== asked) return null;
    const isAskedLast = Boolean(message.quoted) || (await this.isLast(scope, asked, message));
    if (!isAskedLast && !isOpenAt(offer, message.created_at)) return null;
    const words = new LocalWords(offer.language, offer.time_zone);
    const times = offer.slots.map(({ starts_at, label }) => {
      const weekday = weekdayOf(dayNumberOf(localDate(starts_at, offer.time_zone)));
      return { label, time: words.time(starts_at), weekday };
    });
    const slot = readAnswer(message.content, times, isAskedLast);
    return slot === null ? null : { offer, slot };
  }

  /** After a crash the question may be stored, but not noted in the offer. */
  private async seqOfQuestion(scope: CompanyScope, offer: TimeOffer): Promise<number | null> {
    const question = await this.messages.findByClientId(scope, offer.conversation_id, questionKey(offer));
    return question?.seq ?? null;
  }

  /** Whether the question is the last thing that the company wrote before the message. */
  private async isLast(scope: CompanyScope, asked: number, message: Message): Promise<boolean> {
    const last = await this.history.answeredBy(scope, message);
    return last !== null && last.seq <= asked;
  }
}

/** Answers in words count for an open offer, and some time for one that has expired. */
function isAnswerable(offer: TimeOffer, { created_at }: Message): boolean {
  if (isOpenAt(offer, created_at)) return true;
  return (offer.state === 'open' || offer.state === 'expired') && offer.answers_until > created_at;
}
