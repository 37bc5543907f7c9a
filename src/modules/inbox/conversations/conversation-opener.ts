import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory, kindsOfPlatform } from '../channels/index.js';
import { IdentityResolver, ContactsService, type Platform } from '../../customers/contacts/index.js';
import { ConversationsService } from './conversations.service.js';
import type { Conversation } from './schemas/conversation.schema.js';

/** Finds or creates the conversation of a contact on a platform. */
@Injectable()
export class ConversationOpener {
  constructor(
    private readonly conversations: ConversationsService,
    private readonly contacts: ContactsService,
    private readonly identities: IdentityResolver,
    private readonly channels: ChannelDirectory,
  ) {}

  /**
   * @param id one of several conversations of the contact on the platform; by default the most recent one
   * @throws AppError NOT_FOUND | CONTACT_UNREACHABLE
   */
  async open(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    platform: Platform,
    id?: Types.ObjectId,
  ): Promise<Conversation> {
    const known = id
      ? await this.findNamed(scope, contactId, platform, id)
      : await this.conversations.findOfContact(scope, contactId, platform);
    if (known?.channel_id) return known;
    // An account may have been connected since the conversation was made.
    const hasChannels = kindsOfPlatform(platform).length > 0;
    const [channel] = hasChannels ? await this.channels.findProven(scope, platform) : [];
    if (known && !channel) return known;
    const contact = await this.contacts.get(scope, contactId);
    const account = channel && { _id: toObjectId(channel._id) };
    const identity = await this.identities.ensureFor(scope, contact, platform, account);
    return this.conversations.ensure(scope, identity, contact);
  }

  private async findNamed(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    platform: Platform,
    id: Types.ObjectId,
  ): Promise<Conversation> {
    const conversation = await this.conversations.find(scope, id);
    if (conversation.platform !== platform || !(await this.hasContact(scope, conversation, contactId))) {
      throw AppError.notFound('Conversation');
    }
    return conversation;
  }

  /** Also true for a contact that was merged into the contact of the conversation. */
  private async hasContact(scope: CompanyScope, { contact_id }: Conversation, id: Types.ObjectId): Promise<boolean> {
    if (contact_id.equals(id)) return true;
    const { merged_into } = await this.contacts.get(scope, id);
    return merged_into?.equals(contact_id) ?? false;
  }
}
