export { ConversationTellers, type NoticedChange, type Telling, tellingOfReply } from './conversation-tellers.js';
export { CustomerNoticesModule } from './customer-notices.module.js';
export type { CustomerNotice } from './customer-notice.schema.js';
export { type HeldOffer, HeldOffers } from './held-offers.js';
export { serviceNames } from './notice-facts.service.js';
export { OfferNotices } from './offer-notices.service.js';
