declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A registration is complete. A company that waits for its starter catalog says so durably: `starter_pending`. */
    'companies.registered': { companyId: string; wantsStarter: boolean };
  }
}
export {};
