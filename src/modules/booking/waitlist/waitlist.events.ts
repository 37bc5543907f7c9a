declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A time is held for somebody on the waitlist; ids are hex. */
    'waitlist.offered': { companyId: string; entryId: string; appointmentId: string };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** Something that a person should look at; `data` is what its type needs. */
    'notification:new': { seq: number; notification: { type: string; data: Record<string, unknown> } };
  }
}

export {};
