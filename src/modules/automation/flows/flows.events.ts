declare module '../../../core/events/event-map.js' {
  interface EventMap {
    /** Ids are hex. A version of the flow starts runs from now on: it was published, or made live again. */
    'flow.published': { companyId: string; flowId: string; number: number };
    /** The flow starts no run until it is resumed. */
    'flow.paused': { companyId: string; flowId: string };
    'flow.resumed': { companyId: string; flowId: string };
    /** The flow is gone, with its versions. */
    'flow.deleted': { companyId: string; flowId: string };
  }
}

export {};
