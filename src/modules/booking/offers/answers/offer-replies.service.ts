import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type CompanyLocale } from '../../../accounts/companies/index.js';
import { type Conversation, ConversationsService } from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AutomaticMessagesService, SystemLinesService } from '../../../inbox/messages/index.js';
import { BookingCatalog } from '../../catalog/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import type { TimeOffer } from '../schemas/time-offer.schema.js';
import { LocalWords } from '../wording/local-words.js';
import { OfferTexts } from '../wording/offer-texts.js';

/** Why staff have to look at a conversation with offered times. */
export type OfferCause = keyof (typeof LINES)['en'];

/** In the language of the company. */
const LINES = {
  en: {
    offer_taken: 'The customer chose a time that was no longer free, and no other time is free.',
    offer_missing: 'The customer chose a time, but something is missing for this service:',
    offer_closed: 'The customer chose a time, but this service cannot be booked.',
    offer_late: 'The customer answered to times that are not on offer any more.',
    offer_ended: 'The customer chose a time, but the appointment was cancelled meanwhile.',
  },
  'pt-BR': {
    offer_taken: 'O cliente escolheu um horário que não estava mais livre, e não há outro livre.',
    offer_missing: 'O cliente escolheu um horário, mas falta algo para este serviço:',
    offer_closed: 'O cliente escolheu um horário, mas este serviço não pode ser agendado.',
    offer_late: 'O cliente respondeu a horários que não são mais oferecidos.',
    offer_ended: 'O cliente escolheu um horário, mas o agendamento foi cancelado nesse meio-tempo.',
  },
} as const satisfies Record<CompanyLocale, Record<string, string>>;

/** What the customer and staff are told about an answer. Each text is named by the answer, so it is sent once. */
@Injectable()
export class OfferReplies {
  private readonly logger = new Logger(OfferReplies.name);

  constructor(
    private readonly messages: AutomaticMessagesService,
    private readonly lines: SystemLinesService,
    private readonly history: MessageHistoryRepository,
    private readonly conversations: ConversationsService,
    private readonly catalog: BookingCatalog,
    private readonly companies: CompaniesService,
  ) {}

  /** Says what the appointment itself proves. Nobody has to answer the customer then. */
  async booked(
    scope: CompanyScope,
    to: Conversation,
    offer: TimeOffer,
    booking: StoredBooking,
    answerId: Types.ObjectId,
  ): Promise<void> {
    const words = new LocalWords(offer.language, booking.time_zone);
    const { staff } = await this.catalog.loadCatalog(scope);
    const isChosen = offer.slots.some(
      ({ starts_at, staff_id }) => staff_id && starts_at.getTime() === booking.starts_at.getTime(),
    );
    const person = staff.find(({ schedule }) => booking.staff_id?.equals(schedule.staff_id));
    const visit = {
      ...{ service: offer.service_name, pets: offer.pet_names },
      ...{ date: words.date(booking.starts_at), time: words.time(booking.starts_at) },
      staff: isChosen && person ? person.full_name : null,
    };
    const texts = new OfferTexts(offer.language);
    const text = booking.pending_on.length > 0 ? texts.requested(visit) : texts.booked(visit);
    await this.say(scope, to, text, answerId);
    await this.noteAnswered(scope, to, answerId);
  }

  /** Nobody has to answer this message of the customer; earlier ones still wait. */
  async noteAnswered(scope: CompanyScope, { _id }: Conversation, answerId: Types.ObjectId): Promise<void> {
    const answer = await this.history.findById(scope, answerId);
    if (answer) await this.conversations.noteAnswered(scope, _id, answer.seq, answer.sent_at);
  }

  /** The conversation keeps waiting for a person. @param reason more words for staff */
  async refer(
    scope: CompanyScope,
    to: Conversation,
    text: string,
    answerId: Types.ObjectId,
    { cause, reason = '' }: { cause: OfferCause; reason?: string },
  ): Promise<void> {
    await this.say(scope, to, text, answerId);
    if (!to.channel_id) return;
    const { locale } = await this.companies.get(scope);
    await this.lines.add(scope, { _id: to.channel_id.toHexString(), platform: to.platform }, to, {
      external_id: `offer:${answerId.toHexString()}`,
      at: new Date(),
      content: [LINES[locale][cause], reason].filter(Boolean).join(' '),
      context: { hand_off: { flow: null, reason, cause } },
    });
  }

  private async say(
    scope: CompanyScope,
    { _id }: Conversation,
    content: string,
    answerId: Types.ObjectId,
  ): Promise<void> {
    try {
      await this.messages.send(scope, _id, { content, client_id: replyKey(answerId) });
    } catch (error) {
      // What is booked stays booked; staff see it in the conversation.
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.warn(`the answer in conversation ${_id.toHexString()} was not sent: ${error.code}`);
    }
  }
}

/** The `client_id` of the reply to an answer. */
export const replyKey = (answerId: Types.ObjectId): string => `offer-answer:${answerId.toHexString()}`;
