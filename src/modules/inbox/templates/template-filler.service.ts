import { Injectable } from '@nestjs/common';
import type { CompanyScope, IdLike } from '../../../core/tenancy/index.js';
import type { MessageTemplate } from '../message-log/index.js';
import type { Template } from './schemas/template.schema.js';
import { parametersOf, renderedText } from './template-text.js';
import { assertValues, refusal } from './template-values.js';
import { TemplatesRepository } from './templates.repository.js';

/** The template of a message: its name, its language, and a value for each variable. */
export type ChosenTemplate = Pick<MessageTemplate, 'name' | 'language' | 'variables'>;

export interface FilledTemplate {
  /** The text that the customer reads. */
  readonly content: string;
  readonly template: MessageTemplate;
}

const ADVICE: Partial<Record<Template['status'], string>> = {
  pending: 'WhatsApp has not approved the template yet. Wait, or choose another one',
  rejected: 'WhatsApp has rejected the template. Choose another one',
  paused: 'WhatsApp has paused the template because customers reported it. Choose another one',
  disabled: 'WhatsApp has switched off the template. Choose another one',
};

/** Checks a template and its values, and makes the text. */
@Injectable()
export class TemplateFiller {
  constructor(private readonly templates: TemplatesRepository) {}

  /** The languages in which the channel may send the template now. */
  async languagesOf(scope: CompanyScope, channelId: IdLike | null, name: string): Promise<string[]> {
    if (!channelId) return [];
    const known = await this.templates.withName(scope, channelId, name);
    return known.filter(({ status, unsupported }) => status === 'approved' && !unsupported).map((one) => one.language);
  }

  /**
   * @param channelId null for a conversation without a channel
   * @throws AppError TEMPLATE_NOT_FOUND | TEMPLATE_NOT_APPROVED | TEMPLATE_UNSUPPORTED | VARIABLE_MISSING |
   *   VARIABLE_UNKNOWN | VARIABLE_INVALID | TEMPLATE_TOO_LONG
   */
  async fill(scope: CompanyScope, channelId: IdLike | null, chosen: ChosenTemplate): Promise<FilledTemplate> {
    const { name, language, variables } = chosen;
    const known = channelId && (await this.templates.findByName(scope, channelId, name, language));
    if (!known) {
      const message = `The channel has no template ${name} in ${language}. Refresh the list of templates, or choose another one`;
      throw refusal('TEMPLATE_NOT_FOUND', message, { name, language });
    }
    const { status } = known;
    if (status !== 'approved') {
      throw refusal(
        'TEMPLATE_NOT_APPROVED',
        ADVICE[status] ?? 'WhatsApp does not send this template. Choose another one',
        {
          status,
        },
      );
    }
    if (known.unsupported) {
      const message = 'PetBuddy cannot send templates with pictures, codes or special parts. Choose another one';
      throw refusal('TEMPLATE_UNSUPPORTED', message, { unsupported: known.unsupported });
    }
    assertValues(known, variables);
    const parameters = parametersOf(known.variables, variables);
    return {
      content: renderedText(known.components, variables),
      template: { name, language, variables, parameters },
    };
  }
}
