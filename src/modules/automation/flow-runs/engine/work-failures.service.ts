import { Injectable, Logger } from '@nestjs/common';
import { FlowRunEndsRepository } from '../flow-run-ends.repository.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import { FlowThreadsRepository } from '../flow-threads.repository.js';
import type { FlowThread } from '../schemas/flow-thread.schema.js';
import { HandOffs } from '../speaking/hand-offs.service.js';
import type { Place } from './activations.service.js';
import { RunStopper } from './run-stopper.service.js';
import { keyOf, type Task } from './thread-tasks.js';

/** The pauses after the first failures. The failure after the last pause is final. */
const RETRY_PAUSES_MS = [2_000, 10_000, 30_000, 60_000] as const;
export const MAX_ATTEMPTS = RETRY_PAUSES_MS.length + 1;

/** Repeats work that fails, and gives it up in the end, so that it does not block the conversation. */
@Injectable()
export class WorkFailures {
  private readonly logger = new Logger(WorkFailures.name);

  constructor(
    private readonly threads: FlowThreadsRepository,
    private readonly runs: FlowRunsRepository,
    private readonly ends: FlowRunEndsRepository,
    private readonly handOffs: HandOffs,
    private readonly stopper: RunStopper,
  ) {}

  /**
   * A crash is no error that anybody catches, so an attempt to finish what a crash left is counted before it begins.
   * @returns false if the work was given up instead
   */
  async begin(place: Place, thread: FlowThread, task: Task): Promise<boolean> {
    if (task.kind !== 'resume') return true;
    const attempts = attemptsOf(thread, task) + 1;
    if (attempts > MAX_ATTEMPTS) {
      await this.giveUp(place, thread, task, new Error('the process has died in each attempt'));
      return false;
    }
    await this.threads.noteFailure(place.scope, thread._id, { key: keyOf(task), attempts, retry_at: new Date() });
    return true;
  }

  /** @param thread as it was before the attempt @returns whether the work was given up, so that the next unit can go on */
  async note(place: Place, thread: FlowThread, task: Task, error: unknown): Promise<boolean> {
    const attempts = attemptsOf(thread, task) + 1;
    const pause = RETRY_PAUSES_MS[attempts - 1];
    if (pause === undefined) {
      await this.giveUp(place, thread, task, error);
      return true;
    }
    const key = keyOf(task);
    this.logger.error(`${nameOf(thread)}: attempt ${attempts} of ${MAX_ATTEMPTS} at ${key} has failed`, error);
    const retry_at = new Date(Date.now() + pause);
    await this.threads.noteFailure(place.scope, thread._id, { key, attempts, retry_at });
    await this.runs.postpone(place.scope, thread._id, retry_at);
    return false;
  }

  async succeeded(place: Place, thread: FlowThread, task: Task): Promise<void> {
    if (task.kind !== 'resume' && thread.failed_work?.key !== keyOf(task)) return;
    await this.threads.forgetFailure(place.scope, thread._id);
  }

  /** Ends the active run, gives the conversation to staff, and skips the work. May be repeated. */
  private async giveUp(place: Place, thread: FlowThread, task: Task, error: unknown): Promise<void> {
    const { scope } = place;
    this.logger.error(`${nameOf(thread)}: gave up ${keyOf(task)}`, error);
    const run = await this.runs.activeOf(scope, thread._id);
    try {
      if (run) await this.stopper.stop(place, run, 'internal_error', undefined, 'failed');
      else await this.tellStaff(place, thread, task);
    } catch (failure) {
      // The next message is more important than the words about this one.
      this.logger.error(`${nameOf(thread)}: could not give it to staff`, failure);
      if (run) await this.ends.end(scope, run);
    }
    if (task.kind === 'event') await this.threads.removeEvent(scope, thread._id, task.event.key);
    if (task.kind === 'message') await this.skip(place, thread, task);
    await this.threads.forgetFailure(scope, thread._id);
  }

  private tellStaff({ scope, conversation }: Place, { _id }: FlowThread, task: Task): Promise<void> {
    const key = `${_id.toHexString()}:${keyOf(task)}`;
    return this.handOffs.afterFault(scope, conversation, { key, isEvent: task.kind === 'event' });
  }

  private skip({ scope }: Place, { _id }: FlowThread, task: Extract<Task, { kind: 'message' }>): Promise<void> {
    const { message, isEarly } = task;
    return isEarly ? this.threads.takeEarly(scope, _id, message.seq) : this.threads.take(scope, _id, message.seq);
  }
}

function attemptsOf({ failed_work }: FlowThread, task: Task): number {
  return failed_work?.key === keyOf(task) ? failed_work.attempts : 0;
}

function nameOf({ _id }: FlowThread): string {
  return `flows of conversation ${_id.toHexString()}`;
}
