export type { FlowActionRun } from './flow-action-run.js';
export { type ActionEffect, FlowActions } from './flow-actions.js';
export { FlowActionsModule } from './flow-actions.module.js';
export { opensSoon } from './facts/opening-hours.js';
export { OpeningTimes } from './facts/opening-times.service.js';
export { type FactsRequest, FlowFactsService } from './facts/flow-facts.service.js';
