import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type IntegrationCard, IntegrationRegistry } from '../../../../core/integrations/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { PaymentConnectionsRepository } from './payment-connections.repository.js';

const KIND = 'payments';

/** Shows the payment provider among the integrations of the company. */
@Injectable()
export class PaymentIntegration implements OnModuleInit {
  constructor(
    private readonly integrations: IntegrationRegistry,
    private readonly connections: PaymentConnectionsRepository,
  ) {}

  onModuleInit(): void {
    this.integrations.register({ kind: KIND, cardsOf: (scope) => this.cardsOf(scope) });
  }

  private async cardsOf(scope: CompanyScope): Promise<IntegrationCard[]> {
    const connection = await this.connections.of(scope);
    if (!connection) return [];
    const { _id, webhook_id, last_error, last_error_at: at, last_success_at } = connection;
    const error = last_error === null || at === null ? null : { message: last_error, at };
    const isLive = webhook_id !== null && error === null;
    return [
      {
        ...{ id: _id.toHexString(), kind: KIND, name: 'Asaas', state: isLive ? 'live' : 'attention' },
        health: { last_success_at, last_error: error },
      },
    ];
  }
}
