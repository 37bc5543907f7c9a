import type { ChannelView } from './channel-view.js';

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A channel was connected, changed its state or was disconnected. */
    'channel.health_changed': { companyId: string; channel: ChannelView };
    /** A company was proven to hold an account that it did not hold before. */
    'channel.proven': { companyId: string; channelId: string };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'channel:health': { seq: number; channel: ChannelView };
  }
}
