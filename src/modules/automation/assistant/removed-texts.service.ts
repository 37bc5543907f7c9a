import { Injectable, type OnModuleInit } from '@nestjs/common';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../inbox/message-log/index.js';
import { GapsService } from '../knowledge/index.js';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { lockOf } from './engine/conversation-lock.js';

const ForgetMessage = defineJob<{ companyId: string; messageId: string }>('assistant.forget-message');

/** Removes from turns a message that its customer has unsent. */
@Injectable()
export class RemovedTurnTexts implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly jobs: Jobs,
    private readonly locks: KeyedLocks,
    private readonly messages: MessageHistoryRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly gaps: GapsService,
  ) {}

  onModuleInit(): void {
    this.realtime.addCopies({
      // In a job, because the caller may hold locks that the turn waits for.
      forgetMessage: (scope, id) =>
        this.jobs.enqueue(ForgetMessage, { companyId: scope.id, messageId: id.toHexString() }),
      forgetContact: (scope, id) => this.turns.ofContacts.remove(scope, id),
    });
  }

  /** May be repeated. */
  @JobHandler(ForgetMessage)
  async forget({ companyId, messageId }: PayloadOf<typeof ForgetMessage>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (!message) return;
    const { conversation_id: conversationId } = message;
    await this.locks.withLock(lockOf(conversationId), async () => {
      for (const gap of await this.turns.gapsOf(scope, conversationId, message._id))
        await this.gaps.forget(scope, { ...gap, conversationId });
      await this.turns.forgetMessage(scope, conversationId, message);
      await this.threads.forgetSummary(scope, conversationId, message.seq);
    });
  }
}
