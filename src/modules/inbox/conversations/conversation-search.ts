import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationListRepository } from './conversation-list.repository.js';

/** Port to the texts of messages, which a module above implements. */
export abstract class MessageTextSearch {
  abstract conversationIds(scope: CompanyScope, q: string): Promise<Types.ObjectId[]>;
}

@Injectable()
export class ConversationSearch {
  constructor(
    private readonly conversations: ConversationListRepository,
    private readonly texts: MessageTextSearch,
  ) {}

  async find(scope: CompanyScope, q: string): Promise<Types.ObjectId[]> {
    const [byWords, byText] = await Promise.all([
      this.conversations.idsByWords(scope, q),
      this.texts.conversationIds(scope, q),
    ]);
    return [...byWords, ...byText];
  }
}
