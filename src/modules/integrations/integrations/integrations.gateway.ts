import type { OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

/** Tells the sockets of a company about changes of its integrations. */
@RealtimeGateway('integration:updated')
export class IntegrationsGateway implements OnModuleInit {
  constructor(
    private readonly realtime: RealtimeService,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('integration.changed', async ({ companyId, integration }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'integration:updated', { integration });
    });
  }
}
