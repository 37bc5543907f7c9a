export type {} from './integrations.events.js';
export { IntegrationsModule } from './integrations.module.js';
