import { RealtimeGateway, RealtimeService } from '../../../../core/realtime/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type {} from './session.events.js';
import type { WhatsappSession } from './whatsapp-session.schema.js';

@RealtimeGateway('waha:session')
export class WhatsappSessionsGateway {
  constructor(private readonly realtime: RealtimeService) {}

  async announce(scope: CompanyScope, session: WhatsappSession): Promise<void> {
    const { session_name: name, status, phone, qr_code, qr_expires_at } = session;
    const code = qr_code && qr_expires_at ? { qr_png: qr_code, qr_expires_at } : {};
    await this.realtime.publish(scope, 'waha:session', { name, status, phone, ...code });
  }
}
