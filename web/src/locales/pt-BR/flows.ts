import flows from './flows.json';

/** The words of the flows (see `withFlowWords`). */
export const flowWords = { flows };
