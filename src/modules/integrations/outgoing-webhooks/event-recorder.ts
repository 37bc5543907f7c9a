import { isDeepStrictEqual } from 'node:util';
import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { type LoggedEvent, RealtimeEventsRepository } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { type NewDelivery, WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { kindOf } from './webhook-kinds.js';

const BATCH = 100;

/** Makes a delivery of each logged event that an endpoint has subscribed to. The log is the durable source. */
@Injectable()
export class EventRecorder {
  constructor(
    private readonly log: RealtimeEventsRepository,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
  ) {}

  /** Records the next batch. @returns false if there was none */
  async recordNext(scope: CompanyScope, endpoint: WebhookEndpoint): Promise<boolean> {
    const events = await this.log.after(scope, endpoint.cursor, BATCH);
    const last = events.at(-1);
    if (!last) return false;
    const dueAt = new Date(Math.max(Date.now(), endpoint.recorded_until?.getTime() ?? 0));
    const wanted = events.filter(({ event }) => isWanted(endpoint, event));
    if (wanted.length > 0) {
      await this.deliveries.record(
        scope,
        wanted.map((event) => toDelivery(scope, endpoint, event, dueAt)),
      );
      await this.followRemovals(scope, endpoint, wanted);
    }
    crashPoint('webhooks.recorded');
    await this.endpoints.advance(scope, endpoint, last.seq, dueAt);
    return true;
  }

  /**
   * If a message was unsent after the log was read, removes its text from the new copies, too. The copies are read first: a
   * later removal finds them by itself.
   */
  private async followRemovals(
    scope: CompanyScope,
    endpoint: WebhookEndpoint,
    recorded: readonly LoggedEvent[],
  ): Promise<void> {
    const ids = recorded.map(({ seq }) => eventIdOf(scope, seq));
    const copies = await this.deliveries.copiesOf(scope, endpoint._id, ids);
    const logged = new Map(
      (await this.log.after(scope, endpoint.cursor, BATCH)).map(({ seq, data }) => [eventIdOf(scope, seq), data]),
    );
    for (const { _id, event_id, data } of copies) {
      const current = logged.get(event_id);
      if (current && !isDeepStrictEqual(current, data)) await this.deliveries.changeData(scope, _id, current);
    }
  }

  async isBehind(scope: CompanyScope, { cursor }: WebhookEndpoint): Promise<boolean> {
    return (await this.log.latestSeq(scope)) > cursor;
  }
}

function isWanted({ events }: WebhookEndpoint, loggedEvent: string): boolean {
  const kind = kindOf(loggedEvent);
  return kind !== undefined && events.includes(kind);
}

function eventIdOf(scope: CompanyScope, seq: number): string {
  return `evt_${scope.id}_${seq}`;
}

function toDelivery(
  scope: CompanyScope,
  { _id }: WebhookEndpoint,
  { seq, event, data, created_at }: LoggedEvent,
  dueAt: Date,
): NewDelivery {
  return {
    endpoint_id: _id,
    event_id: eventIdOf(scope, seq),
    seq,
    event: kindOf(event) ?? event,
    occurred_at: created_at,
    data,
    status: 'pending',
    attempts: [],
    tries: 0,
    next_attempt_at: dueAt,
  };
}
