declare module '../../../core/realtime/server-event-map.js' {
  /** These events carry ids only, so that the log holds no personal data. Clients read again what they show. */
  interface ServerEventMap {
    'company:updated': { seq: number };
    /** Services, places, working hours, time off, closures, quotas or booking settings changed. */
    'catalog:updated': { seq: number };
    'user:updated': { seq: number; userId: string; deleted: boolean };
    'contact:updated': { seq: number; contactId: string; deleted: boolean };
    'pet:updated': { seq: number; petId: string; contactId: string; deleted: boolean };
    'clearance:updated': { seq: number; clearanceId: string; petId: string; deleted: boolean };
  }
}

export {};
