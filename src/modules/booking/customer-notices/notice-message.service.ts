import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../inbox/conversations/index.js';
import { fitChoices } from '../../inbox/message-sending/index.js';
import { type AutomaticMessage, AutomaticMessagesService } from '../../inbox/messages/index.js';
import { ConversationTellers, type NoticedChange } from './conversation-tellers.js';
import type { CustomerNotice, NoticeKind } from './customer-notice.schema.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import type { WrittenNotice } from './notice-facts.service.js';
import { messageTextOf } from './notice-text.js';

/** A message that is not sent by then is stuck, so the notice goes its own way. */
const MAX_WAIT_MS = 5 * 60_000;

/**
 * Posts the message of a notice once: its conversation is stored before it is posted, and its `client_id` comes from the
 * notice, so that a repetition finds the posted message.
 */
@Injectable()
export class NoticeMessageService {
  constructor(
    private readonly notices: CustomerNoticesRepository,
    private readonly messages: AutomaticMessagesService,
    private readonly tellers: ConversationTellers,
    private readonly conversations: ConversationsRepository,
    private readonly bus: EventBus,
  ) {}

  /** Call it under the lock of the appointment: marks a message that was posted before a crash. */
  async closeInterrupted(scope: CompanyScope, notice: CustomerNotice): Promise<void> {
    const { state, conversation_id } = notice.message;
    if (state !== 'posting' || !conversation_id) return;
    const posted = await this.messages.find(scope, conversation_id, clientIdOf(notice));
    if (posted) await this.markPosted(scope, notice, posted._id);
  }

  /**
   * Posts nothing where the customer was told in a conversation, and skips it where no conversation may be written to.
   * @returns whether it has to be tried later, because the customer may still be told
   * @throws AppError of the server if it may be repeated
   */
  async post(scope: CompanyScope, notice: CustomerNotice, written: WrittenNotice): Promise<boolean> {
    if (notice.message.state === 'waiting') {
      const told = await this.toldElsewhere(scope, notice);
      if (told) return told === 'waiting';
    }
    await this.postOwn(scope, notice, written);
    return false;
  }

  private async postOwn(scope: CompanyScope, notice: CustomerNotice, written: WrittenNotice): Promise<void> {
    const claimed = await this.claim(scope, notice);
    if (!claimed?.message.conversation_id) return;
    try {
      const message = await this.compose(scope, claimed.message.conversation_id, notice, written);
      const posted = await this.messages.send(scope, claimed.message.conversation_id, message);
      crashPoint('notices.posted');
      await this.markPosted(scope, notice, posted._id);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      await this.skip(scope, notice, error.code);
    }
  }

  /** An offer has buttons in place of its link, or numbered lines where the channel has none. */
  private async compose(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    notice: CustomerNotice,
    { text, offer }: WrittenNotice,
  ): Promise<AutomaticMessage> {
    const client_id = clientIdOf(notice);
    if (!offer || !text.choices) return { content: messageTextOf(text), client_id };
    const { accept, decline } = text.choices;
    const { platform } = await this.conversations.getById(scope, conversationId);
    this.bus.emit('answers.expected', { companyId: scope.id });
    const content = messageTextOf({ ...text, action: undefined });
    const choices = [
      { id: offer.payloads.accept, title: accept },
      { id: offer.payloads.decline, title: decline },
    ];
    return { ...fitChoices(platform, content, choices), client_id };
  }

  async skip(scope: CompanyScope, notice: CustomerNotice, reason: string): Promise<void> {
    await this.notices.changeMessage(scope, notice, ['waiting', 'posting'], { state: 'skipped', reason });
  }

  /** Takes a message of somebody else as the message of one notice, never of two: a later change may look the same. */
  private async toldElsewhere(scope: CompanyScope, notice: CustomerNotice): Promise<'told' | 'waiting' | null> {
    const change = changeOf(notice);
    const telling = change && (await this.tellers.tellingOf(scope, change));
    if (telling?.state === 'waiting') return Date.now() - notice.created_at.getTime() < MAX_WAIT_MS ? 'waiting' : null;
    if (!telling) return null;
    const { conversation_id, message_id } = telling;
    const others = await this.notices.ofAppointment(scope, notice.appointment_id);
    if (others.some(({ message }) => message.message_id?.equals(message_id))) return null;
    const fields = { state: 'posted' as const, reason: 'told_in_conversation', conversation_id, message_id };
    await this.notices.changeMessage(scope, notice, ['waiting'], fields);
    return 'told';
  }

  private async claim(scope: CompanyScope, notice: CustomerNotice): Promise<CustomerNotice | null> {
    if (notice.message.state === 'posting') return notice;
    if (notice.message.state !== 'waiting') return null;
    const conversation = await this.messages.findOpen(scope, notice.contact_id);
    if (!conversation) {
      await this.skip(scope, notice, 'no_open_conversation');
      return null;
    }
    const fields = { state: 'posting' as const, conversation_id: conversation._id };
    return this.notices.changeMessage(scope, notice, ['waiting'], fields);
  }

  private async markPosted(
    scope: CompanyScope,
    notice: CustomerNotice,
    message_id: CustomerNotice['message']['message_id'],
  ): Promise<void> {
    await this.notices.changeMessage(scope, notice, ['posting'], { state: 'posted', message_id });
  }
}

const STATUSES: Readonly<Record<Exclude<NoticeKind, 'offered'>, NoticedChange['status']>> = {
  received: 'pending',
  confirmed: 'booked',
  changed: 'booked',
  cancelled: 'cancelled',
  request_cancelled: 'cancelled',
};

/** Null for an offer, which changes nothing. */
function changeOf({ appointment_id, contact_id, kind, visit }: CustomerNotice): NoticedChange | null {
  if (kind === 'offered') return null;
  return { appointment_id, contact_id, starts_at: visit.starts_at, status: STATUSES[kind] };
}

const clientIdOf = ({ _id }: CustomerNotice): string => `notice:${_id.toHexString()}`;

/** The notice that a message of a conversation belongs to, as hex; undefined if it belongs to none. */
export const noticeIdIn = (clientId = ''): string | undefined => /^notice:([0-9a-f]{24})$/.exec(clientId)?.[1];
