import { Injectable, Logger } from '@nestjs/common';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { DeliveryAttemptService } from './delivery-attempt.service.js';
import { EventRecorder } from './event-recorder.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';

type EndpointId = WebhookEndpoint['_id'];

/** The pause if another process works on the endpoint. */
const BUSY_PAUSE_MS = 2_000;
/** After this many failures, the next failing endpoint gets its turn. */
const FAILURES_IN_A_TURN = 3;

/**
 * Delivers to an endpoint, one request at a time: first attempts go out one after another in the order of the events. A
 * delivery that waits for its next attempt holds back no other.
 */
@Injectable()
export class EndpointDrainService {
  private readonly logger = new Logger(EndpointDrainService.name);

  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly recorder: EventRecorder,
    private readonly attempts: DeliveryAttemptService,
    private readonly locks: KeyedLocks,
  ) {}

  /** @returns the time of the next known work */
  async drain(scope: CompanyScope, endpointId: EndpointId, stopping: AbortSignal): Promise<Date | undefined> {
    let dueAt: Date | undefined;
    try {
      const isOurs = await this.locks.tryWithLock(`webhook:${endpointId.toHexString()}`, async ({ signal }) => {
        dueAt = await this.deliverDue(scope, endpointId, AbortSignal.any([signal, stopping]));
      });
      return isOurs ? dueAt : new Date(Date.now() + BUSY_PAUSE_MS);
    } catch (error) {
      if (!stopping.aborted) this.logger.error(`could not deliver to webhook ${endpointId.toHexString()}`, error);
      return undefined;
    }
  }

  private async deliverDue(
    scope: CompanyScope,
    endpointId: EndpointId,
    signal: AbortSignal,
  ): Promise<Date | undefined> {
    for (let failures = 0; !signal.aborted;) {
      const endpoint = await this.endpoints.findById(scope, endpointId);
      if (!endpoint?.active) return undefined;
      if (failures >= FAILURES_IN_A_TURN) return new Date();
      const hasRecorded = await this.recorder.recordNext(scope, endpoint);
      const delivery = await this.deliveries.nextDue(scope, endpointId, new Date());
      if (!delivery && !hasRecorded) return this.deliveries.nextDueAt(scope, endpointId);
      if (delivery && !(await this.attempts.make(scope, endpoint, delivery, signal))) failures++;
    }
    return undefined;
  }
}
