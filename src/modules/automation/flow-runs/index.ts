export type {} from './flow-runs.events.js';
export { FlowRunsModule } from './flow-runs.module.js';
