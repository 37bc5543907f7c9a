export { ConversationTellers, type NoticedChange, type Telling, tellingOfReply } from './conversation-tellers.js';
export { CustomerNoticesModule } from './customer-notices.module.js';
export { serviceNames } from './notice-facts.service.js';
