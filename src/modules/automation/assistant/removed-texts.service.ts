import { Injectable } from '@nestjs/common';
import { defineJob, JobHandler, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../inbox/message-log/index.js';
import { GapsService } from '../knowledge/index.js';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { lockOf } from './engine/conversation-lock.js';
import { SuggestionsGateway } from './suggestions/suggestions.gateway.js';

export const ForgetMessage = defineJob<{ companyId: string; messageId: string }>('assistant.forget-message');

/** Removes from turns a message that its customer has unsent. */
@Injectable()
export class RemovedTurnTexts {
  constructor(
    private readonly locks: KeyedLocks,
    private readonly messages: MessageHistoryRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly gaps: GapsService,
    private readonly drafts: SuggestionsGateway,
  ) {}

  /** May be repeated. */
  @JobHandler(ForgetMessage)
  async forget({ companyId, messageId }: PayloadOf<typeof ForgetMessage>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const message = await this.messages.findById(scope, messageId);
    if (!message) return;
    const { conversation_id: conversationId } = message;
    if (!(await this.threads.read(scope, conversationId))) return;
    const hasDraft = await this.turns.hasOpenSuggestion(scope, conversationId);
    await this.locks.withLock(lockOf(conversationId), async () => {
      for (const gap of await this.turns.gapsOf(scope, conversationId, message._id))
        await this.gaps.forget(scope, { ...gap, conversationId });
      await this.turns.forgetMessage(scope, conversationId, message);
      await this.threads.forgetSummary(scope, conversationId, message.seq);
    });
    if (hasDraft) await this.drafts.hide(scope, conversationId);
    // The job is tried again when the turn has ended.
    if (await this.turns.hasOpenKnowing(scope, conversationId, message.seq))
      throw new Error('a turn still knows the removed message');
  }
}
