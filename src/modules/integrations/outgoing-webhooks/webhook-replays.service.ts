import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { RealtimeEventsRepository } from '../../../core/realtime/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { outcomeOf } from './delivery-attempt.service.js';
import { DeliveryScheduler } from './delivery-scheduler.service.js';
import type { DeliveryStatus, WebhookDelivery } from './schemas/webhook-delivery.schema.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { TEST_KIND } from './webhook-kinds.js';
import { ATTEMPT_DELAYS_MS } from './webhook-limits.js';
import { WebhookSender } from './webhook-sender.js';

const TEST_DATA = { message: 'This is a test of PetBuddy. No reply is needed.' };

/** The log of deliveries of an endpoint: reading, sending again, and tests. */
@Injectable()
export class WebhookReplaysService {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly log: RealtimeEventsRepository,
    private readonly sender: WebhookSender,
    private readonly scheduler: DeliveryScheduler,
  ) {}

  /** The newest first. @throws AppError NOT_FOUND */
  async list(
    scope: CompanyScope,
    endpointId: Types.ObjectId,
    status: DeliveryStatus | undefined,
    request: PageRequest,
  ): Promise<Page<WebhookDelivery>> {
    await this.endpoints.getById(scope, endpointId);
    return this.deliveries.list(scope, endpointId, status, request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, endpointId: Types.ObjectId, id: Types.ObjectId): Promise<WebhookDelivery> {
    return this.deliveries.getOf(scope, endpointId, id);
  }

  /** Sends one event again, with all attempts. @throws AppError NOT_FOUND, also for a test */
  async replay(scope: CompanyScope, endpointId: Types.ObjectId, id: Types.ObjectId): Promise<WebhookDelivery> {
    const delivery = await this.deliveries.replayOne(scope, endpointId, id);
    this.scheduler.wake(scope, endpointId);
    return delivery;
  }

  /** Sends all events since a time again, in their order. @throws AppError NOT_FOUND */
  async replaySince(scope: CompanyScope, endpointId: Types.ObjectId, since: Date): Promise<number> {
    await this.endpoints.getById(scope, endpointId);
    const replayed = await this.deliveries.replaySince(scope, endpointId, since);
    const cursor = await this.log.seqBefore(scope, since);
    if (cursor !== undefined) await this.endpoints.setBack(scope, endpointId, cursor);
    this.scheduler.wake(scope, endpointId);
    return replayed;
  }

  /** Sends a test once, now, also to an endpoint that is switched off. @throws AppError NOT_FOUND */
  async test(scope: CompanyScope, endpointId: Types.ObjectId): Promise<WebhookDelivery> {
    const endpoint = await this.endpoints.getById(scope, endpointId);
    const event = {
      event_id: `evt_test_${randomUUID()}`,
      event: TEST_KIND,
      seq: null,
      occurred_at: new Date(),
      data: TEST_DATA,
      company_id: scope.companyId,
    };
    const attempt = await this.sender.send(endpoint, event);
    const { status } = outcomeOf(attempt, ATTEMPT_DELAYS_MS.length);
    return this.deliveries.create(scope, { ...event, endpoint_id: endpointId, status, attempts: [attempt], tries: 1 });
  }
}
