import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;
const DAY_MS = 86_400_000;
/** How long turns are kept, and threads that nobody uses. */
export const KEEP_MS = 90 * DAY_MS;

/** Deletes old turns, and the state of conversations that nobody has used for long. Any number of processes may run it. */
@Injectable()
export class AssistantRetention {
  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
  ) {}

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    const before = new Date(now - KEEP_MS);
    for (let count = 1; count > 0;) count = await this.turns.purge(before);
    for (let count = 1; count > 0;) count = await this.threads.purge(before);
  }
}
