import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { KeyedLocks, type LockLease } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type Conversation, ConversationsRepository, isTakenSince } from '../../../inbox/conversations/index.js';
import { type Message, MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { FlowThread, ThreadEvent } from '../schemas/flow-thread.schema.js';
import { EventStarter } from './event-starter.service.js';
import { ThreadWork } from './thread-work.service.js';

const MESSAGES_AT_ONCE = 20;
/** More rounds mean that two flows answer each other's events without end. */
const MAX_ROUNDS = 200;

/** The stored state of a conversation, as the next unit of work needs it. */
interface Situation {
  readonly conversation: Conversation;
  readonly thread: FlowThread;
  /** The last run, active or not. */
  readonly latest: FlowRun | null;
  readonly messages: readonly Message[];
}

type Task =
  | { readonly kind: 'resume' | 'staff' | 'time'; readonly run: FlowRun }
  | { readonly kind: 'message'; readonly message: Message }
  | { readonly kind: 'event'; readonly event: ThreadEvent };

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
    private readonly events: EventStarter,
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
      const task = nextTask(situation, new Date());
      if (!task) return this.rest(scope, situation.thread);
      await this.doTask(scope, lease, situation, task);
    }
    if (!signal.aborted) this.logger.warn(`conversation ${conversationId.toHexString()} has work without end`);
  }

  /** The contact was deleted, perhaps while a run began. */
  private async forget(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    await this.runs.forgetConversation(scope, conversationId);
    await this.threads.remove(scope, [conversationId]);
  }

  private async doTask(scope: CompanyScope, lease: LockLease, situation: Situation, task: Task): Promise<void> {
    const { conversation, latest, thread } = situation;
    const place = { scope, lease, conversation };
    if (task.kind === 'message') {
      // A process crashed after it wrote the run and before it wrote the thread.
      const isKnown = (latest?.handled_seq ?? 0) >= task.message.seq;
      if (!isKnown) await this.work.message(place, task.message, latest);
      crashPoint('flow.handled');
      await this.threads.take(scope, thread._id, task.message.seq);
    } else if (task.kind === 'event') {
      await this.events.start(place, task.event, latest);
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
    const messages = await this.messages.ofCustomerAfter(scope, id, thread.taken_seq, since, MESSAGES_AT_ONCE);
    return { conversation, thread, latest, messages };
  }

  private async rest(scope: CompanyScope, { _id, due_at }: FlowThread): Promise<void> {
    if (due_at) await this.threads.settle(scope, _id, due_at);
  }
}

const lockOf = (conversationId: Types.ObjectId): string => `automation:${conversationId.toHexString()}`;

/** The next thing to do: what a crash left, the end of a wait, customer messages, then other events. */
function nextTask({ conversation, latest, thread, messages }: Situation, now: Date): Task | undefined {
  const run = latest?.active ? latest : undefined;
  if (run && isStaffs(conversation, run)) return { kind: 'staff', run };
  const next = thread.events.find(({ kind }) => kind === 'start_flow');
  if (run && (run.state.status === 'running' || run.state.status === 'waiting_effect')) return { kind: 'resume', run };
  if (next) return { kind: 'event', event: next };
  const [message] = messages;
  const until = run?.due_at;
  const isOver = until !== undefined && until <= now;
  if (run && isOver && (!message || message.created_at >= until)) return { kind: 'time', run };
  if (message) return { kind: 'message', message };
  const [event] = thread.events;
  return event && { kind: 'event', event };
}

function isStaffs(conversation: Conversation, { seen_seq, owner_epoch }: FlowRun): boolean {
  return conversation.last_reply_seq > seen_seq || isTakenSince(conversation, owner_epoch);
}
