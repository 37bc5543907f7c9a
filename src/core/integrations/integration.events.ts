import type { IntegrationCard } from './integration-registry.js';

declare module '../events/event-map.js' {
  interface EventMap {
    /** The state or the name of an integration changed, or it is gone. */
    'integration.changed': { companyId: string; integration: IntegrationCard };
  }
}
