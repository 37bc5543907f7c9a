declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** The scheduled messages of a conversation have changed: read them again. */
    'scheduled:updated': { seq: number; conversationId: string };
  }
}

export {};
