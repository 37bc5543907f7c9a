import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { KeyedLocks, type LockLease } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { FlowThread } from '../schemas/flow-thread.schema.js';
import type { Place } from './activations.service.js';
import { firstEnd, isPaused, nextTask, type Situation, type Task } from './thread-tasks.js';
import { ThreadWork } from './thread-work.service.js';
import { WorkFailures } from './work-failures.service.js';

const MESSAGES_AT_ONCE = 20;
/** Behind failed work, urgent words may be further back. */
const MESSAGES_BEHIND_FAILURE = 200;
/** More rounds mean that two flows answer each other's events without end. */
const MAX_ROUNDS = 200;

/** Does the open work of a conversation: one unit at a time, in order, under its lock. */
@Injectable()
export class ThreadDrain {
  private readonly logger = new Logger(ThreadDrain.name);

  constructor(
    private readonly locks: KeyedLocks,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessageHistoryRepository,
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
    private readonly work: ThreadWork,
    private readonly failures: WorkFailures,
  ) {}

  /** @param since messages before it are not answered, where the conversation is new to the flows */
  async drain(scope: CompanyScope, conversationId: Types.ObjectId, since: Date, signal: AbortSignal): Promise<void> {
    await this.locks.withLock(lockOf(conversationId), (lease) =>
      this.drainUnder(lease, scope, conversationId, since, signal),
    );
  }

  /** Like {@link drain}, but does nothing while another process works on the conversation. */
  async tryDrain(scope: CompanyScope, conversationId: Types.ObjectId, since: Date, signal: AbortSignal): Promise<void> {
    await this.locks.tryWithLock(lockOf(conversationId), (lease) =>
      this.drainUnder(lease, scope, conversationId, since, signal),
    );
  }

  private async drainUnder(
    lease: LockLease,
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    since: Date,
    signal: AbortSignal,
  ): Promise<void> {
    for (let round = 0; round < MAX_ROUNDS && !signal.aborted && !lease.signal.aborted; round++) {
      const situation = await this.look(scope, conversationId, since);
      if (!situation) return this.forget(scope, conversationId);
      const now = new Date();
      const task = nextTask(situation, now);
      if (!task) return this.rest(scope, situation.thread);
      if (isPaused(situation, task, now)) return;
      if (!(await this.attempt(scope, lease, situation, task, signal))) return;
    }
    if (!signal.aborted) this.logger.warn(`conversation ${conversationId.toHexString()} has work without end`);
  }

  /** The contact was deleted, perhaps while a run began. */
  private async forget(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    await this.runs.forgetConversation(scope, conversationId);
    await this.threads.remove(scope, [conversationId]);
  }

  /** @returns whether the next unit of work can go on */
  private async attempt(
    scope: CompanyScope,
    lease: LockLease,
    situation: Situation,
    task: Task,
    signal: AbortSignal,
  ): Promise<boolean> {
    const { conversation, thread } = situation;
    const place = { scope, lease, conversation };
    if (!(await this.failures.begin(place, thread, task))) return true;
    try {
      await this.doTask(place, situation, task);
    } catch (error) {
      // The work did not fail; this process must not do it any more.
      if (signal.aborted || lease.signal.aborted) throw error;
      return this.failures.note(place, thread, task, error);
    }
    await this.failures.succeeded(place, thread, task);
    return true;
  }

  private async doTask(place: Place, { latest, thread }: Situation, task: Task): Promise<void> {
    const { scope } = place;
    if (task.kind === 'message') {
      const { message, isEarly } = task;
      // A process crashed after it wrote the run and before it wrote the thread, or the message could not wait.
      const isKnown = (latest?.handled_seq ?? 0) >= message.seq || thread.early_seqs?.includes(message.seq) === true;
      if (!isKnown) await this.work.message(place, message, latest);
      crashPoint('flow.handled');
      if (isEarly) await this.threads.takeEarly(scope, thread._id, message.seq);
      else await this.threads.take(scope, thread._id, message.seq);
    } else if (task.kind === 'event') {
      await this.work.event(place, task.event, latest);
      crashPoint('flow.handled');
      await this.threads.removeEvent(scope, thread._id, task.event.key);
    } else await this.work.run(place, task.run, task.kind);
  }

  private async look(scope: CompanyScope, id: Types.ObjectId, since: Date): Promise<Situation | undefined> {
    const [conversation, [stored], latest] = await Promise.all([
      this.conversations.read(scope, id),
      this.threads.of(scope, [id]),
      this.runs.latestOf(scope, id),
    ]);
    if (!conversation) return undefined;
    const thread = stored ?? (await this.threads.begin(scope, id, await this.messages.seqBefore(scope, id, since)));
    const limit = thread.failed_work ? MESSAGES_BEHIND_FAILURE : MESSAGES_AT_ONCE;
    const messages = await this.messages.ofCustomerAfter(scope, id, thread.taken_seq, since, limit);
    return { conversation, thread, latest, messages };
  }

  private async rest(scope: CompanyScope, thread: FlowThread): Promise<void> {
    const { _id, due_at, events, failed_work } = thread;
    if (failed_work) await this.threads.forgetFailure(scope, _id);
    if (due_at) await this.threads.settle(scope, thread, firstEnd(events));
  }
}

const lockOf = (conversationId: Types.ObjectId): string => `automation:${conversationId.toHexString()}`;
