/** What others may want to know of contacts. Ids are hex; the contact itself is read again by who needs it. */
declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Made or changed, by a person or by what a channel said. */
    'contact.changed': { companyId: string; contactId: string };
    'contact.deleted': { companyId: string; contactId: string };
    /** All that belonged to `mergedId` belongs to `survivorId` now. */
    'contact.merged': { companyId: string; survivorId: string; mergedId: string };
    'contact.unmerged': { companyId: string; survivorId: string; mergedId: string };
  }
}

export {};
