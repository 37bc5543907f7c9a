export { AssistantFactsModule } from './assistant-facts.module.js';
export {
  type AppointmentChange,
  type ConversationAliases,
  type LoadedFacts,
  NO_ALIASES,
  type StoredOffer,
  type ToolContext,
  type TurnFactsRequest,
} from './facts/facts.types.js';
export { TurnFactsService } from './facts/turn-facts.service.js';
export { type ToolRun, TurnToolsService } from './tools/turn-tools.service.js';
