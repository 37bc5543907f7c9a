declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. */
    'pets.changed': { companyId: string; contactId: string };
  }
}

export {};
