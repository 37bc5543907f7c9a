import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { defineJob, JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { type PushNotice, type PushReader, PushService } from '../../accounts/push-notifications/index.js';
import { type Conversation, ConversationsService, ViewersService } from '../conversations/index.js';
import { type Message, MessagesRepository } from '../message-log/index.js';

const PushMessage = defineJob<{ companyId: string; messageId: string }>('messages.push');
const PushMessageToBrowser = defineJob<{ companyId: string; messageId: string; subscriptionId: string }>(
  'messages.push-to-browser',
);

const MAX_SHOWN_CHARACTERS = 120;

/** Sends a push of each customer message to the assignee, or to all colleagues while nobody has the conversation. */
@Injectable()
export class MessagePushService implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly jobs: Jobs,
    private readonly push: PushService,
    private readonly messages: MessagesRepository,
    private readonly conversations: ConversationsService,
    private readonly viewers: ViewersService,
  ) {}

  onModuleInit(): void {
    this.bus.on('message.published', async ({ companyId, messageId, direction, visibility }) => {
      if (direction !== 'inbound' || visibility !== 'public') return;
      if (!(await this.push.hasSubscribers(CompanyScope.of(companyId)))) return;
      await this.jobs.enqueue(PushMessage, { companyId, messageId }, { key: messageId });
    });
  }

  @JobHandler(PushMessage)
  async request({ companyId, messageId }: PayloadOf<typeof PushMessage>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (!message) return;
    const conversation = await this.conversations.find(scope, message.conversation_id);
    for (const subscriptionId of await this.browsersOf(scope, conversation)) {
      const key = `${subscriptionId}:${messageId}`;
      await this.jobs.enqueue(PushMessageToBrowser, { companyId, messageId, subscriptionId }, { key });
    }
  }

  @JobHandler(PushMessageToBrowser)
  async send(job: PayloadOf<typeof PushMessageToBrowser>, run: JobRun): Promise<void> {
    const { companyId, messageId, subscriptionId } = job;
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (!message) return;
    const conversation = await this.conversations.find(scope, message.conversation_id);
    // A colleague may have taken the conversation since the request.
    if (!(await this.browsersOf(scope, conversation)).includes(subscriptionId)) return;
    const kind = conversation.assignee_id ? 'my_message' : 'unassigned_message';
    const task = { subscriptionId, key: `message:${messageId}`, kind, at: message.created_at } as const;
    await this.push.deliver(scope, task, (reader) => writePush(message, conversation, reader), run);
  }

  /** Ids of the subscriptions of those who answer the conversation, without people who look at it now. */
  private async browsersOf(scope: CompanyScope, { _id, assignee_id }: Conversation): Promise<string[]> {
    const viewers = await this.viewers.viewersOf(_id.toHexString());
    const browsers = await this.push.browsersOf(scope, assignee_id ? [assignee_id] : undefined);
    return browsers
      .filter(({ userId }) => !viewers.some((viewer) => viewer.userId === userId))
      .map(({ subscriptionId }) => subscriptionId);
  }
}

function writePush(message: Message, { _id, contact }: Conversation, { locale, showsText }: PushReader): PushNotice {
  const id = _id.toHexString();
  const isPortuguese = locale === 'pt-BR';
  const hidden = isPortuguese ? `Nova mensagem de ${contact.full_name}` : `New message from ${contact.full_name}`;
  const text = message.content || (isPortuguese ? 'um arquivo' : 'a file');
  const shown = `${contact.full_name}: ${Array.from(text).slice(0, MAX_SHOWN_CHARACTERS).join('')}`;
  return { title: 'PetBuddy', body: showsText ? shown : hidden, url: `/inbox/all/${id}?seq=${message.seq}`, tag: id };
}
