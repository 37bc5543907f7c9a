import { EventBus } from '../../../core/events/index.js';
import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { toWebhookDeliveryDto } from './dto/webhook-delivery.dto.js';
import type { WebhookDelivery } from './schemas/webhook-delivery.schema.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { toIntegrationCard } from './webhook-cards.js';

/** Shows the deliveries of webhooks to those who may manage integrations, and reports the health of webhooks. */
@RealtimeGateway('webhook:delivery')
export class OutgoingWebhooksGateway {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly bus: EventBus,
  ) {}

  announce(scope: CompanyScope, endpoint: WebhookEndpoint): void {
    this.bus.emit('integration.changed', { companyId: scope.id, integration: toIntegrationCard(endpoint) });
  }

  showDelivery(scope: CompanyScope, delivery: WebhookDelivery): void {
    const payload = { endpointId: delivery.endpoint_id.toHexString(), delivery: toWebhookDeliveryDto(delivery) };
    this.realtime.showTo(scope, 'integrations:manage', 'webhook:delivery', payload);
  }
}
