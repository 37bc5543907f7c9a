import type { ChannelCredentials } from '../channels/index.js';
import type { Template, TemplateCategory } from './schemas/template.schema.js';
import type { TemplateComponents, TemplateValues } from './template-text.js';

/** A template as the provider lists it. */
export type ProviderTemplate = Pick<
  Template,
  | 'external_id'
  | 'name'
  | 'language'
  | 'status'
  | 'category'
  | 'quality'
  | 'rejected_reason'
  | 'components'
  | 'variables'
  | 'unsupported'
>;

export interface NewTemplate {
  readonly name: string;
  readonly language: string;
  readonly category: TemplateCategory;
  readonly components: TemplateComponents;
  /** An example for each variable, by its key. */
  readonly examples: TemplateValues;
}

/** Port of a channel kind with templates. Each method throws an AppError that says what to do. */
export interface TemplateProvider {
  list(account: ChannelCredentials): Promise<ProviderTemplate[]>;
  /** @returns the template with its new status */
  create(account: ChannelCredentials, template: NewTemplate): Promise<ProviderTemplate>;
  /** Removes one language. Does nothing if the provider has no such template. */
  remove(account: ChannelCredentials, template: Pick<Template, 'name' | 'external_id'>): Promise<void>;
}
