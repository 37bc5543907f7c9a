import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { MessagesService, type PostedMessage } from '../messages/index.js';
import { META_PLATFORMS } from '../meta/index.js';
import { noMetaConversation } from './meta-connect.errors.js';

@Injectable()
export class MetaMessagesService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesService,
  ) {}

  /**
   * Sends a message in the newest conversation of the contact on a platform of Meta.
   * @throws AppError NOT_FOUND for the contact | NO_META_CONVERSATION
   */
  async send(
    scope: CompanyScope,
    author: Principal,
    contactId: Types.ObjectId,
    content: string,
  ): Promise<PostedMessage> {
    await this.contacts.get(scope, contactId);
    const latest = await this.conversations.latestOf(scope, [contactId]);
    const conversation = latest.find(({ platform }) => META_PLATFORMS.some((one) => one === platform));
    if (!conversation) throw noMetaConversation();
    return this.messages.post(scope, author, {
      contact_id: contactId.toHexString(),
      conversation_id: conversation._id.toHexString(),
      platform: conversation.platform,
      content,
      role: 'operator',
      direction: 'outbound',
    });
  }
}
