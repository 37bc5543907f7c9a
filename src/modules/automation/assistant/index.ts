export type {} from './assistant.events.js';
export { AssistantModule } from './assistant.module.js';
export { AssistantReplayModule } from './replay/replay.module.js';
export { AssistantStatsModule } from './stats/stats.module.js';
export { AssistantTryModule } from './try/try.module.js';
