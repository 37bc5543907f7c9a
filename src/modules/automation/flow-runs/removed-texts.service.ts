import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../inbox/message-log/index.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';
import { withoutMessage } from './run-texts.js';

const ForgetMessage = defineJob<{ companyId: string; messageId: string }>('flow-runs.forget-message');

/** Removes from runs what customers have removed: a message that was unsent, and everything of a deleted contact. */
@Injectable()
export class RemovedTexts implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly jobs: Jobs,
    private readonly locks: KeyedLocks,
    private readonly messages: MessageHistoryRepository,
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
  ) {}

  onModuleInit(): void {
    this.realtime.addCopies({
      // In a job, because the caller may hold locks that a step of the run waits for.
      forgetMessage: (scope, id) =>
        this.jobs.enqueue(ForgetMessage, { companyId: scope.id, messageId: id.toHexString() }),
      forgetContact: (scope, id) => this.runs.forgetContact(scope, id),
    });
  }

  /** May be repeated. */
  @JobHandler(ForgetMessage)
  async forget({ companyId, messageId }: PayloadOf<typeof ForgetMessage>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (!message) return;
    const { conversation_id } = message;
    if ((await this.threads.of(scope, [conversation_id])).length === 0) return;
    await this.locks.withLock(`automation:${conversation_id.toHexString()}`, ({ fence }) =>
      this.forgetIn(scope, conversation_id, toObjectId(messageId), fence),
    );
  }

  private async forgetIn(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    id: Types.ObjectId,
    fence: number,
  ): Promise<void> {
    for (const run of await this.runs.knowing(scope, conversationId, id))
      await this.runs.keepTexts(
        scope,
        withoutMessage(run, ({ message_id }) => message_id.equals(id)),
        fence,
      );
  }
}
