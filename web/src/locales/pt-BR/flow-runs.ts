import flowRuns from './flow-runs.json';

/** The words of runs, versions and the simulator (see `withFlowRunWords`). */
export const flowRunWords = { flowRuns };
