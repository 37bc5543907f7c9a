declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** A customer is about to be asked something; the answer has to be read from now on. */
    'answers.expected': { companyId: string };
  }
}

export {};
