declare module '../../../core/events/event-map.js' {
  interface EventMap {
    'contact.changed': { companyId: string; contactId: string };
    'contact.deleted': { companyId: string; contactId: string };
    /** The documents of `mergedId` belong to `survivorId` now. */
    'contact.merged': { companyId: string; survivorId: string; mergedId: string };
    'contact.unmerged': { companyId: string; survivorId: string; mergedId: string };
  }
}

export {};
