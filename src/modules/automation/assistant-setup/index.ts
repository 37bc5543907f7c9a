export type {} from './assistant-setup.events.js';
export { AssistantSetupModule } from './assistant-setup.module.js';
export type { AssistantPrompt } from './prompts/assistant-prompt.schema.js';
export { PromptsService } from './prompts/prompts.service.js';
export type { AssistantMode } from './settings/assistant-settings.schema.js';
export { AssistantSettings } from './settings/assistant-settings.service.js';
export { type CurrentSettings, modeOf } from './settings/current-settings.js';
export type { Usage } from './spend/assistant-spend.repository.js';
export { AssistantSpend } from './spend/assistant-spend.service.js';
