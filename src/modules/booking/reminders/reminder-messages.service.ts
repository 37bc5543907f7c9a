import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationsRepository } from '../../inbox/conversations/index.js';
import { fitChoices } from '../../inbox/message-sending/index.js';
import { type AutomaticMessage, AutomaticMessagesService } from '../../inbox/messages/index.js';
import { type FilledTemplate, TemplateFiller } from '../../inbox/templates/index.js';
import { payloadOf } from './engine/answer-words.js';
import { isSameLanguage, WORDINGS } from './engine/reminder-text.js';
import { fillVariables } from './engine/reminder-variables.js';
import type { WrittenReminder } from './reminder-writer.service.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

type Templated = Pick<ReminderRule, 'template'>;

/** Makes the messages of reminders: free texts with buttons, and filled templates. */
@Injectable()
export class ReminderMessages {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly automatic: AutomaticMessagesService,
    private readonly templates: TemplateFiller,
  ) {}

  /** The first conversation whose channel may send the template of the rule. */
  async withTemplate(
    scope: CompanyScope,
    rule: Templated,
    written: WrittenReminder,
    conversations: readonly Conversation[],
  ): Promise<Conversation | undefined> {
    if (!rule.template) return undefined;
    for (const conversation of conversations)
      if (
        (await this.automatic.isReachable(scope, conversation)) &&
        (await this.fill(scope, rule, written, conversation))
      )
        return conversation;
    return undefined;
  }

  /** @throws AppError TEMPLATE_NOT_FOUND if the template is gone */
  async compose(
    scope: CompanyScope,
    reminder: Pick<Reminder, '_id' | 'kind' | 'attempt'>,
    rule: Templated & Pick<ReminderRule, 'kind'>,
    written: WrittenReminder,
  ): Promise<AutomaticMessage> {
    const client_id = clientIdOf(reminder);
    const conversation = reminder.attempt?.conversation_id
      ? await this.conversations.read(scope, reminder.attempt.conversation_id)
      : null;
    if (!conversation) throw AppError.notFound('Conversation');
    if (reminder.attempt?.way === 'template') {
      const filled = await this.fill(scope, rule, written, conversation);
      if (!filled)
        throw new AppError('TEMPLATE_NOT_FOUND', 422, 'The template of the rule cannot be sent; choose another one');
      return { client_id, ...filled };
    }
    return { client_id, ...shownText(conversation.platform, reminder, written) };
  }

  /** The template in the language of the customer, else in any that is approved. */
  private async fill(
    scope: CompanyScope,
    { template }: Templated,
    written: WrittenReminder,
    { channel_id }: Conversation,
  ): Promise<FilledTemplate | undefined> {
    if (!template) return undefined;
    const languages = await this.templates.languagesOf(scope, channel_id, template.name);
    const language = languages.find((one) => isSameLanguage(one, written.locale)) ?? languages[0];
    if (language === undefined) return undefined;
    const variables = Object.fromEntries(
      Object.entries(template.values).map(([key, text]) => [key, onOneLine(fillVariables(text, written.values))]),
    );
    try {
      return await this.templates.fill(scope, channel_id, { name: template.name, language, variables });
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return undefined;
      throw error;
    }
  }
}

/** A reminder of a visit asks for an answer: buttons, or numbered lines where the channel has none. */
export function shownText(
  platform: Conversation['platform'],
  { _id, kind }: Pick<Reminder, '_id' | 'kind'>,
  { text, locale }: Pick<WrittenReminder, 'text' | 'locale'>,
): ReturnType<typeof fitChoices> {
  if (kind !== 'reminder') return { content: text };
  const { confirm, cancel } = WORDINGS[locale];
  return fitChoices(platform, text, [
    { id: payloadOf(_id.toHexString(), 'confirm'), title: confirm },
    { id: payloadOf(_id.toHexString(), 'cancel'), title: cancel },
  ]);
}

/** Names the message, so that a repetition stores nothing new. */
export const clientIdOf = ({ _id }: Pick<Reminder, '_id'>): string => `reminder:${_id.toHexString()}`;

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
