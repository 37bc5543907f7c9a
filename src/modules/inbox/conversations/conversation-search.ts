import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationListRepository } from './conversation-list.repository.js';

/** Port to the texts of messages, which live in a module above this one. */
export abstract class MessageTextSearch {
  /** Ids of conversations in which a message has the words. */
  abstract conversationIds(scope: CompanyScope, q: string): Promise<Types.ObjectId[]>;
}

/** Finds conversations by contact, phone, pet or what was written. */
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
