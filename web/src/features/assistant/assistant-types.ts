import type { Schemas } from '#web/lib/api/client.ts';

export type AssistantSettings = Schemas['AssistantSettingsDto'];
export type AssistantMode = AssistantSettings['mode'];
export type AssistantLanguage = AssistantSettings['languages'][number];
export type AssistantStats = Schemas['AssistantStatsDto'];
export type ModelSettings = Schemas['ModelSettingsDto'];
export type ModelTest = Schemas['ModelTestDto'];
export type Prompt = Schemas['PromptDto'];
export type Replay = Schemas['ReplayDto'];
export type ReplayRow = Schemas['ReplayRowDto'];
export type TryAnswer = Schemas['TryAnswerDto'];
export type TryMessage = Schemas['TryMessageDto'];
export type Turn = Schemas['TurnDto'];
export type TurnCall = Schemas['TurnCallDto'];
export type TurnAction = TryAnswer['action'];
export type Suggestion = Schemas['SuggestionDto'];
export type Fact = Schemas['FactDto'];
export type FactField = Fact['field'];

export const FACT_FIELDS = [
  'breed',
  'weight_kg',
  'behaviour',
  'allergies',
  'medication',
  'condition',
  'preference',
  'note',
] as const satisfies readonly FactField[];
