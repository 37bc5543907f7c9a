declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** The pets of a contact changed: made, renamed, moved or deleted. Ids are hex. */
    'pets.changed': { companyId: string; contactId: string };
  }
}

export {};
