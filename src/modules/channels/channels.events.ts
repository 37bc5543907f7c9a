import type { ChannelView } from './channel-view.js';

declare module '../../core/events/event-map.js' {
  interface EventMap {
    /** A channel was connected, changed its state or was disconnected; the realtime gateway tells the company. */
    'channel.health_changed': { companyId: string; channel: ChannelView };
  }
}
