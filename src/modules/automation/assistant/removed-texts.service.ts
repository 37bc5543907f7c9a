import { Injectable } from '@nestjs/common';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../inbox/message-log/index.js';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { lockOf } from './engine/conversation-lock.js';
import { RepeatedWords } from './repeated-words.service.js';
import { SuggestionsGateway } from './suggestions/suggestions.gateway.js';

export const ForgetMessage = defineJob<{ companyId: string; messageId: string }>('assistant.forget-message');

/** A turn that has booked is not changed while it is open; it ends in a minute at most. */
const LOOK_AGAIN_MS = 5_000;

/** Removes from turns a message that its customer has unsent. */
@Injectable()
export class RemovedTurnTexts {
  constructor(
    private readonly locks: KeyedLocks,
    private readonly messages: MessageHistoryRepository,
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly repeated: RepeatedWords,
    private readonly drafts: SuggestionsGateway,
    private readonly jobs: Jobs,
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
      await this.repeated.forget(scope, conversationId, message);
      await this.turns.forgetMessage(scope, conversationId, message);
      await this.threads.forgetSummary(scope, conversationId, message.seq);
    });
    if (hasDraft) await this.drafts.hide(scope, conversationId);
    if (!(await this.turns.hasOpenKnowing(scope, conversationId, message.seq))) return;
    const key = `${messageId}:${Math.floor(Date.now() / LOOK_AGAIN_MS)}`;
    await this.jobs.enqueue(ForgetMessage, { companyId, messageId }, { key, delayMs: LOOK_AGAIN_MS });
  }
}
