import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { languageOf } from '../../assistant-core/index.js';
import { OpeningTimes } from '../../flow-actions/index.js';
import { UnclaimedMessages } from '../engine/unclaimed-messages.js';
import { type FixedText, fixedText } from './fixed-texts.js';

/** Sends the fixed texts of PetBuddy to customers. */
@Injectable()
export class FixedAnswers {
  private readonly logger = new Logger(FixedAnswers.name);

  constructor(
    private readonly companies: CompaniesService,
    private readonly messages: AutomaticMessagesService,
    private readonly opening: OpeningTimes,
    private readonly unclaimed: UnclaimedMessages,
  ) {}

  /**
   * Once for each `key`. A text that the channel refuses is left out, because staff see the conversation.
   * @param heard what the customer wrote: it is answered in its language, else in that of the company
   */
  async say(scope: CompanyScope, { _id }: Conversation, text: FixedText, key: string, heard = ''): Promise<void> {
    const content = await this.contentOf(scope, text, languageOf([heard]));
    try {
      await this.messages.send(scope, _id, { content, client_id: `flow-answer:${key}` });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.warn(`a fixed answer was not sent: ${error.code}`);
    }
  }

  /** With the phone in an emergency, and the next opening where nobody works now, if they are known. */
  private async contentOf(scope: CompanyScope, text: FixedText, language: string | null): Promise<string> {
    const { locale: own, phone: main } = await this.companies.get(scope);
    const locale = language ?? own;
    const phone = text === 'emergency' ? ((await this.unclaimed.emergencyPhone(scope)) ?? main) : null;
    if (phone) return fixedText(locale, 'emergency_phone', { phone });
    const opening = text === 'person' ? await this.opening.next(scope, locale, new Date()) : null;
    return opening ? fixedText(locale, 'person_later', opening) : fixedText(locale, text);
  }
}
