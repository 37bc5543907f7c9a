declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** `data` has ids and times, depending on `type`. `user_ids` are the users who are told; without it, all staff. */
    'notification:new': {
      seq: number;
      notification: { type: string; data: Record<string, unknown>; user_ids?: string[] };
    };
  }
}

export {};
