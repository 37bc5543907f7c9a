import type { IntegrationCard } from '../../../core/integrations/index.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'integration:updated': { seq: number; integration: IntegrationCard };
  }
}
