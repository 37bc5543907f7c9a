declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A time is held for a waitlist entry; ids are hex. */
    'waitlist.offered': { companyId: string; entryId: string; appointmentId: string };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** A notification for staff; `data` depends on `type`. */
    'notification:new': { seq: number; notification: { type: string; data: Record<string, unknown> } };
  }
}

export {};
