import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type {} from './meta-connect.events.js';
import { toConnectionView } from './meta-connection-view.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

@RealtimeGateway('channel:connect')
export class MetaConnectGateway {
  constructor(private readonly realtime: RealtimeService) {}

  /** Sends nothing before the person has come back, because the id of the connection is a secret until then. */
  async announce(connection: MetaConnection): Promise<void> {
    if (!connection.opened_at) return;
    const scope = CompanyScope.of(connection.company_id);
    await this.realtime.publish(scope, 'channel:connect', { connection: toConnectionView(connection) });
  }
}
