import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { EVENT_RETENTION_MS } from './realtime-event.schema.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';

const SWEEP_INTERVAL_MS = 15 * 60_000;

/** Any number of processes may run it. */
@Injectable()
export class EventRetentionSweeper {
  constructor(private readonly events: RealtimeEventsRepository) {}

  @Interval(SWEEP_INTERVAL_MS)
  sweep(now = Date.now()): Promise<number> {
    return this.events.sweep(new Date(now - EVENT_RETENTION_MS));
  }
}
