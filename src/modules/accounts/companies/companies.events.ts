declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /**
     * A registration is complete. `starter_pending` of the company says durably that the starter catalog is
     * missing.
     */
    'companies.registered': { companyId: string; wantsStarter: boolean };
    'companies.changed': { companyId: string };
  }
}
export {};
