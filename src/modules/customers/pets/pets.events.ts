declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. `contactId` is the owner. If the owner changes, there is one event for each owner. */
    'pets.changed': { companyId: string; contactId: string; petId: string; deleted: boolean };
  }
}

export {};
