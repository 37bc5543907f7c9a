export type { InboundItem } from './inbound-event-factory.js';
export { InboundEventsModule } from './inbound-events.module.js';
export { type InboundMapper, InboundMappers, type StoredItem } from './inbound-mappers.js';
export { InboundQueue } from './inbound-queue.js';
