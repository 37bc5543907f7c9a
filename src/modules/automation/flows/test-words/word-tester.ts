import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { MessageTextRepository } from '../../../inbox/message-log/index.js';
import { matchesPattern, matchesWords } from '../../flow-core/index.js';
import type { MatchedMessagesDto, TestWordsDto } from './test-words.dto.js';

const MAX_MESSAGES = 100;

/** Shows which stored messages would have matched a trigger. */
@Injectable()
export class WordTester {
  constructor(private readonly messages: MessageTextRepository) {}

  async test(scope: CompanyScope, { words, pattern }: TestWordsDto): Promise<MatchedMessagesDto> {
    const messages = await this.messages.lastOfCustomers(scope, MAX_MESSAGES);
    const isHeard = ({ content }: { content: string }): boolean =>
      matchesWords(content, words) || (!!pattern && matchesPattern(content, pattern));
    const matches = messages.filter(isHeard).map(({ _id, conversation_id, content, sent_at }) => ({
      _id: _id.toHexString(),
      conversation_id: conversation_id.toHexString(),
      content,
      sent_at,
    }));
    return { tested: messages.length, matches };
  }
}
