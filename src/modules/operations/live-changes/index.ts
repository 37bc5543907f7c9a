export type {} from './live-changes.events.js';
export { LiveChangesModule } from './live-changes.module.js';
