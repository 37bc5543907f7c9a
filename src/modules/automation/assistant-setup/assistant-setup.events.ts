declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** The settings or the published prompt of the company have changed. */
    'assistant.changed': { companyId: string };
  }
}

export {};
