declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. `contactId` is the owner of the pet; an owner who has lost it is told, too. */
    'pets.changed': { companyId: string; contactId: string; petId: string; deleted: boolean };
  }
}

export {};
