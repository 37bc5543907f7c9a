import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** How long an ended run is kept. */
export const KEEP_RUNS_MS = 90 * DAY_MS;
/** Much longer than a message may wait for flows (MAX_MESSAGE_AGE_MS), so nothing is handled twice. */
export const KEEP_THREADS_MS = 90 * DAY_MS;

/** Deletes old runs, and the state of conversations that nobody has used for long. Any number of processes may run it. */
@Injectable()
export class RunRetention {
  constructor(
    private readonly runs: FlowRunsRepository,
    private readonly threads: FlowThreadsRepository,
  ) {}

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    for (let count = 1; count > 0;) count = await this.runs.purge(new Date(now - KEEP_RUNS_MS));
    for (let count = 1; count > 0;) count = await this.threads.purge(new Date(now - KEEP_THREADS_MS));
  }
}
