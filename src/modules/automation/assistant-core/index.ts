/** The pure part of the assistant: no Nest, no I/O, no clock, no randomness. */
export * from './core.types.js';
export * from './facts.types.js';
export * from './model/model.types.js';
export { budgetOf, centsOf, type BudgetLimits, type BudgetVerdict, type Spent, type TokenPrices } from './budget.js';
export { newDialogue } from './dialogue.js';
export { intentsOf } from './intents/intents.js';
export { INTENTS, type Intent } from './intents/intent-words.js';
export { languageOf } from './intents/language.js';
export { MIN_SCORE } from './rules/knowledge.js';
export { splitText } from './split-text.js';
export { step } from './step.js';
export { debounce, paceOf } from './timing.js';
export {
  MEDICAL_FIELDS,
  PET_FIELDS,
  type ArgsOf,
  type EffectTool,
  type ToolCall,
  type ToolName,
  type ToolOutcome,
  type ValueOf,
} from './tools.js';
