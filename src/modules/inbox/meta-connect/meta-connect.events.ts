import type { MetaConnectionView } from './meta-connection-view.js';

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'channel:connect': { seq: number; connection: MetaConnectionView };
  }
}
