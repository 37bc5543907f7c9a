import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type IntegrationCard, IntegrationRegistry } from '../../../core/integrations/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';

const WEBHOOK_INTEGRATION = 'outgoing_webhook';

/** Lists the webhooks of a company among its integrations. */
@Injectable()
export class WebhookCards implements OnModuleInit {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly integrations: IntegrationRegistry,
  ) {}

  onModuleInit(): void {
    const cardsOf = async (scope: CompanyScope) => (await this.endpoints.all(scope)).map(toIntegrationCard);
    this.integrations.register({ kind: WEBHOOK_INTEGRATION, cardsOf });
  }
}

export function toIntegrationCard(endpoint: WebhookEndpoint): IntegrationCard {
  const { _id, url, description, active, disabled_at, failing_since, last_success_at, last_failure } = endpoint;
  const needsAttention = disabled_at !== null || failing_since !== null;
  return {
    id: _id.toHexString(),
    kind: WEBHOOK_INTEGRATION,
    name: description || new URL(url).host,
    state: needsAttention ? 'attention' : active ? 'live' : 'off',
    health: { last_success_at, last_error: needsAttention ? last_failure : null },
  };
}
