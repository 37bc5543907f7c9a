declare module '../../../../core/events/event-map.js' {
  interface EventMap {
    /** The rules of a company changed: this process drops its caches. Other processes compare the version. */
    'catalog.changed': { companyId: string };
  }
}

export {};
