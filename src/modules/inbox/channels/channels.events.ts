import type { ChannelView } from './channel-view.js';

declare module '../../../core/events/event-map.js' {
  interface EventMap {
    'channel.health_changed': { companyId: string; channel: ChannelView };
    /** The company did not hold the account before. */
    'channel.proven': { companyId: string; channelId: string };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    'channel:health': { seq: number; channel: ChannelView };
  }
}
