import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { OpeningTimes } from '../../flow-actions/index.js';
import { type FixedText, fixedText } from './fixed-texts.js';

/** Sends the fixed texts of PetBuddy to customers. */
@Injectable()
export class FixedAnswers {
  private readonly logger = new Logger(FixedAnswers.name);

  constructor(
    private readonly companies: CompaniesService,
    private readonly messages: AutomaticMessagesService,
    private readonly opening: OpeningTimes,
  ) {}

  /** Once for each `key`. A text that the channel refuses is left out, because staff see the conversation. */
  async say(scope: CompanyScope, { _id }: Conversation, text: FixedText, key: string): Promise<void> {
    const content = await this.contentOf(scope, text);
    try {
      await this.messages.send(scope, _id, { content, client_id: `flow-answer:${key}` });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.warn(`a fixed answer was not sent: ${error.code}`);
    }
  }

  /** With the phone in an emergency, and the next opening where nobody works now, if they are known. */
  private async contentOf(scope: CompanyScope, text: FixedText): Promise<string> {
    const { locale, phone } = await this.companies.get(scope);
    if (text === 'emergency' && phone) return fixedText(locale, 'emergency_phone', { phone });
    const opening = text === 'person' ? await this.opening.next(scope, locale, new Date()) : null;
    return opening ? fixedText(locale, 'person_later', opening) : fixedText(locale, text);
  }
}
