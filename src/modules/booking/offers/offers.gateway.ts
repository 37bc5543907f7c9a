import { RealtimeGateway, RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { toOfferView } from './offer.view.js';
import type {} from './offers.events.js';
import type { TimeOffer } from './schemas/time-offer.schema.js';

@RealtimeGateway('offer:updated')
export class OffersGateway {
  constructor(private readonly realtime: RealtimeService) {}

  async show(scope: CompanyScope, offer: TimeOffer): Promise<void> {
    const conversationId = offer.conversation_id.toHexString();
    await this.realtime.publish(scope, 'offer:updated', { conversationId, offer: toOfferView(offer) });
  }
}
