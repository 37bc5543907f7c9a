/** The pure part of the flows: no Nest, no I/O, no clock, no randomness. */
export * from './graph.js';
export * from './empty-fields.js';
export * from './core.types.js';
export { pickChoice } from './answers/choices.js';
export { dateFromText, dateIn } from './answers/dates.js';
export {
  checkGraph,
  type ChannelLimits,
  type CheckContext,
  type OtherKeyword,
  type ProblemCode,
  type WarningCode,
} from './check.js';
export { compile, startOf } from './compile.js';
export { foldWords, matchesPattern, matchesWords } from './keywords.js';
export { simulate } from './simulation/simulate.js';
export type {
  Coverage,
  Simulation,
  SimulationInput,
  SimulationSetup,
  TranscriptLine,
} from './simulation/simulation.types.js';
export { escapeOf, isEmergency, isOneEditAway, type Escape } from './special-words.js';
export { newRun, step } from './step.js';
export { fill, FillError, templateValues, variablesIn, type Sink, type TemplateValues } from './texts.js';
export { matchesTrigger } from './triggers.js';
