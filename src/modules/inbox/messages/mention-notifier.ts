import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { NotificationCenter } from '../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ConversationsService } from '../conversations/index.js';
import { type Message, MessagesRepository } from '../message-log/index.js';
import { mentionedIn } from './mentions.js';

const NotifyMentioned = defineJob<{ companyId: string; messageId: string }>('messages.notify-mentioned');

const MAX_SHOWN_CHARACTERS = 120;

/** Tells colleagues that a note mentions them. */
@Injectable()
export class MentionNotifier implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly jobs: Jobs,
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsService,
    private readonly accounts: AccountsRepository,
    private readonly center: NotificationCenter,
  ) {}

  onModuleInit(): void {
    this.bus.on('message.published', async ({ companyId, messageId, visibility }) => {
      if (visibility === 'internal') await this.jobs.enqueue(NotifyMentioned, { companyId, messageId });
    });
  }

  @JobHandler(NotifyMentioned)
  async notify({ companyId, messageId }: PayloadOf<typeof NotifyMentioned>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (message?.content.includes('@')) await this.tell(scope, message);
  }

  private async tell(scope: CompanyScope, message: Message): Promise<void> {
    const colleagues = await this.accounts.colleagues(scope);
    const author = colleagues.find(({ _id }) => _id.equals(message.author.id ?? ''));
    const isTold = mentionedIn(
      message.content,
      colleagues.filter(({ full_name }) => full_name !== ''),
    );
    const users = isTold.filter(({ _id, state }) => state === 'active' && !_id.equals(author?._id ?? ''));
    if (users.length === 0) return;
    const { contact } = await this.conversations.find(scope, message.conversation_id);
    await this.center.tell(
      scope,
      users.map(({ _id }) => _id),
      {
        type: 'mention',
        key: `mention:${message._id.toHexString()}`,
        data: {
          conversation_id: message.conversation_id.toHexString(),
          contact_id: message.contact_id.toHexString(),
          message_id: message._id.toHexString(),
          seq: message.seq,
        },
        words: {
          author: author?.full_name ?? '',
          contact: contact.full_name,
          text: Array.from(message.content).slice(0, MAX_SHOWN_CHARACTERS).join(''),
        },
      },
    );
  }
}
