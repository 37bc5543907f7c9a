import { Injectable } from '@nestjs/common';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { AttachmentUrls, MessagesRepository } from '../message-log/index.js';
import { MessagesService } from '../messages/index.js';
import type { ScheduledMessage } from './schemas/scheduled-message.schema.js';

/**
 * Posts a scheduled message in the name of its author. Its `client_id` is made from its id, so that a repetition after a
 * crash stores nothing new.
 */
@Injectable()
export class ScheduledMessagePoster {
  constructor(
    private readonly conversations: ConversationsRepository,
    private readonly accounts: AccountsRepository,
    private readonly messages: MessagesService,
    private readonly stored: MessagesRepository,
    private readonly urls: AttachmentUrls,
  ) {}

  /** Undefined for a user who may no longer send messages. */
  async authorOf(scope: CompanyScope, { author_id }: ScheduledMessage): Promise<Principal | undefined> {
    const user = await this.accounts.findById(scope, author_id);
    if (user?.state !== 'active') return undefined;
    const { role } = user;
    const author = { userId: author_id.toHexString(), companyId: scope.id, role, sessionId: '' };
    return mayUse(author, 'messages:send') ? author : undefined;
  }

  /** @throws AppError like {@link MessagesService.post} */
  async post(scope: CompanyScope, author: Principal, claimed: ScheduledMessage): Promise<void> {
    const { content, reply_to } = claimed;
    const { contact_id, platform } = await this.conversations.getById(scope, claimed.conversation_id);
    const attachments = claimed.attachments.map((file) => ({
      type: file.type,
      url: this.urls.shown(file),
      ...(file.file_description === null ? {} : { file_description: file.file_description }),
    }));
    const input = {
      ...{ role: 'operator' as const, direction: 'outbound' as const, platform, content, attachments },
      contact_id: contact_id.toHexString(),
      conversation_id: claimed.conversation_id.toHexString(),
      client_id: clientIdOf(claimed),
      ...(reply_to ? { reply_to: reply_to.toHexString() } : {}),
    };
    await this.messages.postLater(scope, author, input);
  }

  async isStored(scope: CompanyScope, seen: ScheduledMessage): Promise<boolean> {
    return (await this.stored.findByClientId(scope, seen.conversation_id, clientIdOf(seen))) !== null;
  }
}

function clientIdOf({ _id }: ScheduledMessage): string {
  return `scheduled:${_id.toHexString()}`;
}
