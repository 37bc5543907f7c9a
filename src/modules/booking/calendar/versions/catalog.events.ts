declare module '../../../../core/events/event-map.js' {
  interface EventMap {
    /** Something that decides what may be booked has changed: caches of it go. Other processes see the version. */
    'catalog.changed': { companyId: string };
  }
}

export {};
