declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. `contactId` is the owner. A pet that gets a new owner has two events: one for each owner. */
    'pets.changed': { companyId: string; contactId: string; petId: string; deleted: boolean };
  }
}

export {};
