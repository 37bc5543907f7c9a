export { TextValues } from './dto/text-values.decorator.js';
export { TEMPLATE_LANGUAGE } from './dto/template.dto.js';
export type { Template } from './schemas/template.schema.js';
export { TemplateSyncScheduler } from './sync/template-sync.scheduler.js';
export { type FilledTemplate, TemplateFiller } from './template-filler.service.js';
export type { NewTemplate, ProviderTemplate, TemplateProvider } from './template-provider.js';
export { TemplateProviders } from './template-providers.js';
export {
  type TemplateButton,
  type TemplateComponents,
  type TemplateValues,
  variableNamesIn,
  variablesOf,
} from './template-text.js';
export { refusal } from './template-values.js';
export { TemplatesModule } from './templates.module.js';
