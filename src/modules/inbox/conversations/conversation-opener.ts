import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
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

  /** @throws AppError NOT_FOUND | CONTACT_UNREACHABLE */
  async open(scope: CompanyScope, contactId: Types.ObjectId, platform: Platform): Promise<Conversation> {
    const known = await this.conversations.findOfContact(scope, contactId, platform);
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
}
