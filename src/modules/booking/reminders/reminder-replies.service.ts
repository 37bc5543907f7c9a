import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { moneyText } from '../../../core/money/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { type Conversation, ConversationsService } from '../../inbox/conversations/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import { fitChoices } from '../../inbox/message-sending/index.js';
import { AutomaticMessagesService } from '../../inbox/messages/index.js';
import { serviceNames } from '../customer-notices/index.js';
import type { StoredBooking } from '../reservations/index.js';
import { payloadOf, REPLIES } from './engine/answer-words.js';
import { localeFor } from './engine/reminder-text.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderLocale } from './schemas/reminder-rule.schema.js';

/** Every language that replies have. */
const ALL_LOCALES = { en: 'en', 'pt-BR': 'pt-BR', es: 'es' } as const;

/** What the customer answered, and to what. */
export interface ReminderAnswered {
  readonly conversation: Conversation;
  readonly message: Message;
  readonly reminder: Reminder;
  readonly appointment: StoredBooking;
}

/** Answers customers who have answered a reminder. Each message gets one reply, however often it is taken. */
@Injectable()
export class ReminderReplies {
  constructor(
    private readonly companies: CompaniesService,
    private readonly contacts: ContactsService,
    private readonly conversations: ConversationsService,
    private readonly messages: AutomaticMessagesService,
  ) {}

  async say(scope: CompanyScope, answered: ReminderAnswered, what: 'confirmed' | 'cancelled' | 'kept'): Promise<void> {
    const locale = await this.localeOf(scope, answered);
    await this.send(scope, answered, what, { content: REPLIES[locale][what](whenOf(answered.appointment, locale)) });
  }

  /** Asks whether to cancel for a fee. @param fee in minor units */
  async ask(scope: CompanyScope, answered: ReminderAnswered, fee: number): Promise<void> {
    const { appointment, conversation, reminder } = answered;
    const locale = await this.localeOf(scope, answered);
    const { ask, yes, no } = REPLIES[locale];
    const services = serviceNames(appointment).join(', ');
    const text = ask(services, whenOf(appointment, locale), moneyText(fee, appointment.currency, locale));
    const id = reminder._id.toHexString();
    const choices = [
      { id: payloadOf(id, 'yes'), title: yes },
      { id: payloadOf(id, 'no'), title: no },
    ];
    await this.send(scope, answered, 'ask', fitChoices(conversation.platform, text, choices));
  }

  private async send(
    scope: CompanyScope,
    { conversation, message, reminder }: ReminderAnswered,
    what: string,
    said: ReturnType<typeof fitChoices>,
  ): Promise<void> {
    const client_id = replyIdOf(reminder, what, message._id);
    try {
      await this.messages.send(scope, conversation._id, { ...said, client_id });
      await this.conversations.noteAnswered(scope, conversation._id, message.seq, message.sent_at);
    } catch (error) {
      // What the customer wanted is done; only the reply is late.
      if (!(error instanceof AppError) || error.status >= 500) throw error;
    }
  }

  private async localeOf(scope: CompanyScope, { reminder }: ReminderAnswered): Promise<ReminderLocale> {
    const [company, [contact]] = await Promise.all([
      this.companies.get(scope),
      this.contacts.getMany(scope, [reminder.contact_id]),
    ]);
    return localeFor(ALL_LOCALES, [contact?.locale ?? null, company.locale]);
  }
}

/** Names the reply to a message, so that a repetition says nothing twice. */
export const replyIdOf = ({ _id }: Pick<Reminder, '_id'>, what: string, messageId: Types.ObjectId): string =>
  `reminder:${_id.toHexString()}:${what}:${messageId.toHexString()}`;

function whenOf({ starts_at, time_zone: timeZone }: StoredBooking, locale: ReminderLocale): string {
  const format = { weekday: 'long', day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' } as const;
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(starts_at);
}
