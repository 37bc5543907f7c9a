declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A time is held for a waitlist entry; ids are hex. */
    'waitlist.offered': { companyId: string; entryId: string; appointmentId: string };
  }
}

export {};
