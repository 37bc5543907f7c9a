export { type LiveFlow, LiveFlows } from './live/live-flows.js';
export { documentFlowGraph } from './graph/document-flow-graph.js';
export type {} from './flows.events.js';
export { FlowsModule } from './flows.module.js';
export { FLOW_STATUSES, type FlowStatus } from './schemas/flow.schema.js';
