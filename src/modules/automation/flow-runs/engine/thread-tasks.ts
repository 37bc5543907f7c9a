import { type Conversation, isResolvedSince, isTakenSince } from '../../../inbox/conversations/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import { escapeOf, isEmergency } from '../../flow-core/index.js';
import type { FlowRun } from '../schemas/flow-run.schema.js';
import type { FlowThread, ThreadEvent } from '../schemas/flow-thread.schema.js';

/** Events of older versions have no end, so they are looked at again after this time. */
const UNKNOWN_END_MS = 60 * 60_000;

/** The stored state of a conversation, as the next unit of work needs it. */
export interface Situation {
  readonly conversation: Conversation;
  readonly thread: FlowThread;
  /** The active run, else the last one. */
  readonly latest: FlowRun | null;
  readonly messages: readonly Message[];
}

/** One unit of work. `isEarly`: the message is handled before those ahead of it. */
export type Task =
  | { readonly kind: 'resume' | 'staff' | 'time'; readonly run: FlowRun }
  | { readonly kind: 'message'; readonly message: Message; readonly isEarly: boolean }
  | { readonly kind: 'event'; readonly event: ThreadEvent };

/** Names the unit of work, so that its failures are counted. */
export function keyOf(task: Task): string {
  if (task.kind === 'message') return `message:${task.message.seq}`;
  return task.kind === 'event' ? `event:${task.event.key}` : `run:${task.run._id.toHexString()}`;
}

/** The next thing to do: what a crash left, the end of a wait, customer messages, then other events. */
export function nextTask(situation: Situation, now: Date): Task | undefined {
  const { conversation, latest, thread, messages } = situation;
  const urgent = thread.failed_work && messages.find((message) => isUrgent(message, thread));
  if (urgent) return { kind: 'message', message: urgent, isEarly: true };
  const run = latest?.active ? latest : undefined;
  if (run && isStaffs(conversation, run)) return { kind: 'staff', run };
  const next = thread.events.find(({ kind }) => kind === 'start_flow' || kind === 'send_failed');
  if (run && (run.state.status === 'running' || run.state.status === 'waiting_effect')) return { kind: 'resume', run };
  if (next) return { kind: 'event', event: next };
  const [message] = messages;
  const until = run?.due_at;
  const isOver = until !== undefined && until <= now;
  if (run && isOver && (!message || message.created_at >= until)) return { kind: 'time', run };
  if (message) return { kind: 'message', message, isEarly: false };
  // An event waits until the run has ended, because a conversation has one run at a time.
  const event = thread.events.find((one) => !run || isLate(one, now));
  return event && { kind: 'event', event };
}

/** Whether it has waited for too long. */
export function isLate({ until }: ThreadEvent, now: Date): boolean {
  return until !== undefined && until <= now;
}

/** The time at which the first of the events has waited for too long; undefined without events. */
export function firstEnd(events: readonly ThreadEvent[]): Date | undefined {
  if (events.length === 0) return undefined;
  return new Date(Math.min(...events.map(({ until }) => until?.getTime() ?? Date.now() + UNKNOWN_END_MS)));
}

/** Whether the work has failed, and its next attempt comes later. */
export function isPaused({ thread: { failed_work } }: Situation, task: Task, now: Date): boolean {
  return failed_work !== undefined && failed_work.key === keyOf(task) && failed_work.retry_at > now;
}

/** Words that never wait behind failed work: the customer wants no more messages, or an animal is in danger. */
function isUrgent({ seq, content }: Message, { early_seqs = [] }: FlowThread): boolean {
  return !early_seqs.includes(seq) && (escapeOf(content) === 'opt_out' || isEmergency(content));
}

function isStaffs(conversation: Conversation, { seen_seq, owner_epoch }: FlowRun): boolean {
  if (conversation.last_reply_seq > seen_seq || isTakenSince(conversation, owner_epoch)) return true;
  return isResolvedSince(conversation, owner_epoch);
}
