import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService, type CompanyLocale } from '../../../accounts/companies/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { type Conversation, ConversationsService } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { AutomaticMessagesService, SystemLinesService } from '../../../inbox/messages/index.js';
import { serviceNames } from '../../customer-notices/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { REPLIES, STAFF_LINES, waitLocaleOf } from './wait-texts.js';

/** A customer's message that answers an offer. */
export interface OfferReply {
  readonly conversation: Conversation;
  readonly message: Message;
}

/** Answers customers who have answered an offer. A message gets one reply, however often it is taken. */
@Injectable()
export class WaitReplies {
  private readonly logger = new Logger(WaitReplies.name);

  constructor(
    private readonly companies: CompaniesService,
    private readonly contacts: ContactsService,
    private readonly conversations: ConversationsService,
    private readonly messages: AutomaticMessagesService,
    private readonly lines: SystemLinesService,
  ) {}

  /** Tells the customer that the time is booked, or requested. */
  async booked(scope: CompanyScope, reply: OfferReply, booking: StoredBooking): Promise<void> {
    const locale = await this.localeOf(scope, reply);
    const format = { dateStyle: 'full', timeStyle: 'short', timeZone: booking.time_zone } as const;
    const when = new Intl.DateTimeFormat(locale, format).format(booking.starts_at);
    const visit = [serviceNames(booking).join(', '), when].filter(Boolean).join(', ');
    const { requested, booked } = REPLIES[locale];
    await this.say(scope, reply, booking.pending_on.length > 0 ? requested(visit) : booked(visit));
    await this.noteAnswered(scope, reply);
  }

  async declined(scope: CompanyScope, reply: OfferReply): Promise<void> {
    await this.say(scope, reply, REPLIES[await this.localeOf(scope, reply)].declined);
    await this.noteAnswered(scope, reply);
  }

  /** @param isWaiting the customer is still on the waitlist */
  async ended(scope: CompanyScope, reply: OfferReply, isWaiting: boolean): Promise<void> {
    const { ended, endedButWaiting } = REPLIES[await this.localeOf(scope, reply)];
    await this.say(scope, reply, isWaiting ? endedButWaiting : ended);
  }

  /** The conversation waits for staff. @param missing names of what the service needs; empty if it cannot be booked at all */
  async refer(scope: CompanyScope, reply: OfferReply, missing: readonly string[]): Promise<void> {
    const { conversation, message } = reply;
    const reason = missing.join(', ');
    const texts = REPLIES[await this.localeOf(scope, reply)];
    await this.say(scope, reply, reason ? texts.missing(reason) : texts.closed);
    if (!conversation.channel_id) return;
    const { locale } = await this.companies.get(scope);
    const cause = reason ? 'waitlist_missing' : 'waitlist_closed';
    const channel = { _id: conversation.channel_id.toHexString(), platform: conversation.platform };
    await this.lines.add(scope, channel, conversation, {
      external_id: `waitlist:${message._id.toHexString()}`,
      at: new Date(),
      content: [STAFF_LINES[locale][cause], reason].filter(Boolean).join(' '),
      context: { hand_off: { flow: null, reason, cause } },
    });
  }

  private async say(scope: CompanyScope, { conversation, message }: OfferReply, content: string): Promise<void> {
    try {
      await this.messages.send(scope, conversation._id, { content, client_id: replyKey(message) });
    } catch (error) {
      // What is booked stays booked; staff see it in the conversation.
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.warn(`the answer in conversation ${conversation._id.toHexString()} was not sent: ${error.code}`);
    }
  }

  private noteAnswered(scope: CompanyScope, { conversation, message }: OfferReply): Promise<void> {
    return this.conversations.noteAnswered(scope, conversation._id, message.seq, message.sent_at);
  }

  private async localeOf(scope: CompanyScope, { conversation }: OfferReply): Promise<CompanyLocale> {
    const [company, [contact]] = await Promise.all([
      this.companies.get(scope),
      this.contacts.getMany(scope, [conversation.contact_id]),
    ]);
    return waitLocaleOf(contact?.locale ?? null, company.locale);
  }
}

/** The `client_id` of the reply to a message. */
export const replyKey = ({ _id }: Pick<Message, '_id'>): string => `waitlist-answer:${_id.toHexString()}`;
