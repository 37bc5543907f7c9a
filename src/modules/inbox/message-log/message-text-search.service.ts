import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { MessageTextSearch } from '../conversations/index.js';
import { MessagesRepository } from './messages.repository.js';

@Injectable()
export class MessageTextSearchService extends MessageTextSearch {
  constructor(private readonly messages: MessagesRepository) {
    super();
  }

  conversationIds(scope: CompanyScope, q: string): Promise<Types.ObjectId[]> {
    return this.messages.conversationsByText(scope, q);
  }
}
