import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { Jobs } from '../../../core/jobs/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { DeliveryAttempt, WebhookDelivery } from './schemas/webhook-delivery.schema.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { OutgoingWebhooksGateway } from './outgoing-webhooks.gateway.js';
import { type DeliveryOutcome, WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { ATTEMPT_DELAYS_MS, DISABLE_AFTER_MS } from './webhook-limits.js';
import { WebhookSender } from './webhook-sender.js';
import { MailDisabledWebhook } from './outgoing-webhooks.jobs.js';

/** Makes one attempt at a delivery and stores the result. */
@Injectable()
export class DeliveryAttemptService {
  constructor(
    private readonly sender: WebhookSender,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly gateway: OutgoingWebhooksGateway,
    private readonly jobs: Jobs,
  ) {}

  /**
   * After a crash the delivery is still due: the consumer may get it again, with the same `webhook-id`.
   * @returns whether the endpoint took it
   */
  async make(
    scope: CompanyScope,
    endpoint: WebhookEndpoint,
    delivery: WebhookDelivery,
    signal: AbortSignal,
  ): Promise<boolean> {
    const attempt = await this.sender.send(endpoint, delivery, signal);
    crashPoint('webhooks.called');
    const settled = await this.deliveries.settle(scope, delivery, outcomeOf(attempt, delivery.tries + 1));
    await this.noteHealth(scope, endpoint, attempt);
    if (settled) this.gateway.showDelivery(scope, settled);
    return attempt.error === null;
  }

  private async noteHealth(scope: CompanyScope, { _id }: WebhookEndpoint, attempt: DeliveryAttempt): Promise<void> {
    const { at, error } = attempt;
    const changed =
      error === null
        ? await this.endpoints.recordSuccess(scope, _id, at)
        : await this.endpoints.recordFailure(scope, _id, { message: error, at });
    if (changed) this.gateway.announce(scope, changed);
    if (error !== null && !changed) await this.disableIfDead(scope, _id);
  }

  private async disableIfDead(scope: CompanyScope, _id: WebhookEndpoint['_id']): Promise<void> {
    const disabled = await this.endpoints.disable(scope, _id, new Date(Date.now() - DISABLE_AFTER_MS));
    if (!disabled) return;
    const endpointId = _id.toHexString();
    await this.jobs.enqueue(MailDisabledWebhook, { companyId: scope.id, endpointId }, { key: endpointId });
    this.gateway.announce(scope, disabled);
  }
}

/** @param tries attempts since the event or its last replay, this one included */
export function outcomeOf(attempt: DeliveryAttempt, tries: number): DeliveryOutcome {
  if (attempt.error === null) return { status: 'succeeded', attempt };
  const pause = ATTEMPT_DELAYS_MS[tries];
  if (pause === undefined) return { status: 'failed', attempt };
  return { status: 'pending', attempt, next_attempt_at: new Date(Date.now() + pause) };
}
