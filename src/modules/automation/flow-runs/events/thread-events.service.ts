import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { ThreadEvent } from '../schemas/flow-thread.schema.js';
import { FlowScheduler } from './flow-scheduler.service.js';

/** So long an event waits for the end of a run, if it has no end of its own. */
const PATIENCE_MS = 24 * 3_600_000;

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
  async addTo(scope: CompanyScope, { _id }: Pick<Conversation, '_id'>, event: ThreadEvent, since: Date): Promise<void> {
    const [thread] = await this.threads.of(scope, [_id]);
    if (!thread) await this.threads.begin(scope, _id, await this.history.seqBefore(scope, _id, since));
    const until = new Date(Date.now() + PATIENCE_MS);
    await this.threads.addEvent(scope, _id, { until, ...event });
    this.scheduler.wake(scope, _id.toHexString());
  }
}
