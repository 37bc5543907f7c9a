import type { OfferView } from './offer.view.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** Times were offered to a customer, or such an offer has changed its state. */
    'offer:updated': { seq: number; conversationId: string; offer: OfferView };
  }
}
