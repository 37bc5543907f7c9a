import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AutomaticMessagesService } from '../../inbox/messages/index.js';
import { ConversationTellers, type NoticedChange, type Telling, tellingOfReply } from '../customer-notices/index.js';
import { replyIdOf } from './reminder-replies.service.js';
import { RemindersRepository } from './reminders.repository.js';

/** Says that the reply in the conversation has told a cancellation, so that its notice goes by mail only. */
@Injectable()
export class ReminderTellings implements OnModuleInit {
  constructor(
    private readonly tellers: ConversationTellers,
    private readonly reminders: RemindersRepository,
    private readonly messages: AutomaticMessagesService,
  ) {}

  onModuleInit(): void {
    this.tellers.register((scope, change) => this.tellingOf(scope, change));
  }

  private async tellingOf(scope: CompanyScope, change: NoticedChange): Promise<Telling | null> {
    if (change.status !== 'cancelled') return null;
    const reminder = await this.reminders.cancelledBy(scope, change.appointment_id);
    const conversation_id = reminder?.attempt?.conversation_id;
    if (!reminder?.answer_message_id || !reminder.answered_at || !conversation_id) return null;
    const name = replyIdOf(reminder, 'cancelled', reminder.answer_message_id);
    return tellingOfReply(await this.messages.find(scope, conversation_id, name), reminder.answered_at);
  }
}
