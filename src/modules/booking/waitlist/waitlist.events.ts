declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A time is held for a waitlist entry; ids are hex. */
    'waitlist.offered': { companyId: string; entryId: string; appointmentId: string };
  }
}

declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** An entry was added, changed, offered a time, booked, expired or deleted. Clients read the list again. */
    'waitlist:updated': { seq: number };
  }
}

export {};
