export { LocalWords } from './wording/local-words.js';
export type {} from './offers.events.js';
export { OffersModule } from './offers.module.js';
