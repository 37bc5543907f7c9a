export type { InboundItem } from './inbound-event-factory.js';
export { InboundEventsModule } from './inbound-events.module.js';
export { InboundMappers, type StoredItem, UNKNOWN_ITEM } from './inbound-mappers.js';
export { InboundQueue } from './inbound-queue.js';
