import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { MetaConnectionsRepository } from './meta-connections.repository.js';

const PURGE_INTERVAL_MS = 5 * 60_000;
const KEPT_MS = 7 * 86_400_000;

/** Deletes unused tokens and old log-ins. Any number of processes may run it. */
@Injectable()
export class ExpiredConnectionsPurger {
  constructor(private readonly connections: MetaConnectionsRepository) {}

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    await this.connections.expire(new Date(now));
    await this.connections.deleteBefore(new Date(now - KEPT_MS));
  }
}
