import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { EVENT_RETENTION_MS } from './realtime-event.schema.js';
import { RealtimeEventsRepository } from './realtime-events.repository.js';

const PURGE_INTERVAL_MS = 15 * 60_000;

/** Any number of processes may run it. */
@Injectable()
export class OldEventPurger {
  constructor(private readonly events: RealtimeEventsRepository) {}

  @Interval(PURGE_INTERVAL_MS)
  purge(now = Date.now()): Promise<number> {
    return this.events.purge(new Date(now - EVENT_RETENTION_MS));
  }
}
