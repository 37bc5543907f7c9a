import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { FlowScheduler } from './flow-scheduler.service.js';

/** Stores events other than messages as work of a conversation. */
@Injectable()
export class ThreadEvents {
  constructor(
    private readonly threads: FlowThreadsRepository,
    private readonly history: MessageHistoryRepository,
    private readonly messages: AutomaticMessagesService,
    private readonly scheduler: FlowScheduler,
  ) {}

  /**
   * Adds the event to the conversation in which the customer may be answered now; without one nothing starts. May be repeated.
   * @param since messages before it are not answered
   */
  async add(scope: CompanyScope, contactId: Types.ObjectId, event: ThreadEvent, since: Date): Promise<void> {
    const conversation = await this.messages.findOpen(scope, contactId);
    if (conversation) await this.addTo(scope, conversation, event, since);
  }

  /** In this conversation. May be repeated. @param since messages before it are not answered */
  async addTo(scope: CompanyScope, { _id }: Conversation, event: ThreadEvent, since: Date): Promise<void> {
    const [thread] = await this.threads.of(scope, [_id]);
    if (!thread) await this.threads.begin(scope, _id, await this.history.seqBefore(scope, _id, since));
    await this.threads.addEvent(scope, _id, event);
    this.scheduler.wake(scope, _id.toHexString());
  }
}
