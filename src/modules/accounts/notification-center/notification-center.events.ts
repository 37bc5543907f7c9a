declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** `type` decides which ids and times `data` has. The event is for the users in `user_ids`, or for all staff without it. */
    'notification:new': {
      seq: number;
      notification: { type: string; data: Record<string, unknown>; user_ids?: string[] };
    };
  }
}

export {};
