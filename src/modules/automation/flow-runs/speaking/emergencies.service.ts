import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { rolesWith } from '../../../../core/auth-guards/index.js';
import { NotificationCenter } from '../../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { type Conversation, isSilenced } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { ConversationOwners } from './conversation-owners.service.js';
import { FixedAnswers } from './fixed-answers.service.js';
import { StaffLines } from './staff-lines.service.js';

/** The customer gets the fixed answer at most once in this time. */
const ANSWER_EVERY_MS = 60 * 60_000;
const MAX_SHOWN_CHARACTERS = 120;

/** Notifies all staff of a message about an animal in danger. */
@Injectable()
export class Emergencies {
  constructor(
    private readonly owners: ConversationOwners,
    private readonly answers: FixedAnswers,
    private readonly accounts: AccountsRepository,
    private readonly center: NotificationCenter,
    private readonly lines: StaffLines,
  ) {}

  /** May be repeated. The customer gets no fixed answer where a person is answering already. */
  async raise(scope: CompanyScope, conversation: Conversation, message: Message): Promise<void> {
    // First, because a text that cannot be sent must not delay it.
    await this.tellStaff(scope, conversation, message);
    const key = `emergency:${message._id.toHexString()}`;
    await this.lines.add(scope, conversation, { key, flow: null, cause: 'assistant_emergency' });
    const hour = Math.floor(message.created_at.getTime() / ANSWER_EVERY_MS);
    if (!isSilenced(conversation, new Date())) {
      await this.answers.say(scope, conversation, 'emergency', `emergency:${hour}`, message.content);
    }
    await this.owners.giveToStaff(scope, conversation, true);
  }

  private async tellStaff(scope: CompanyScope, conversation: Conversation, message: Message): Promise<void> {
    const staff = await this.accounts.activeWithRole(scope, rolesWith('conversations:read'));
    const users = staff.map(({ _id }) => _id);
    await this.center.tell(scope, users, {
      type: 'flow.emergency',
      key: `emergency:${message._id.toHexString()}`,
      data: {
        conversation_id: conversation._id.toHexString(),
        contact_id: conversation.contact_id.toHexString(),
        message_id: message._id.toHexString(),
        seq: message.seq,
      },
      words: {
        contact: conversation.contact.full_name,
        text: Array.from(message.content).slice(0, MAX_SHOWN_CHARACTERS).join(''),
      },
    });
  }
}
