import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { type FixedText, fixedText } from './fixed-texts.js';

/** Says the fixed texts of PetBuddy to customers. */
@Injectable()
export class FixedAnswers {
  private readonly logger = new Logger(FixedAnswers.name);

  constructor(
    private readonly companies: CompaniesService,
    private readonly messages: AutomaticMessagesService,
  ) {}

  /** Once for each `key`. A text that the channel refuses is left out, because staff see the conversation. */
  async say(scope: CompanyScope, { _id }: Conversation, text: FixedText, key: string): Promise<void> {
    const { locale, phone } = await this.companies.get(scope);
    const isWithPhone = text === 'emergency' && phone !== null && phone !== '';
    const content = fixedText(locale, isWithPhone ? 'emergency_phone' : text, phone ?? '');
    try {
      await this.messages.send(scope, _id, { content, client_id: `flow-answer:${key}` });
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      this.logger.warn(`a fixed answer was not sent: ${error.code}`);
    }
  }
}
