import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry, type ContactParticipant } from '../../customers/contacts/index.js';
import { ConversationsRepository, DraftsRepository } from '../conversations/index.js';
import { MessagesRepository } from './messages.repository.js';
import { UnusedFiles } from './unused-files.js';

@Injectable()
export class ContactMessagesParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly conversations: ConversationsRepository,
    private readonly drafts: DraftsRepository,
    private readonly messages: MessagesRepository,
    private readonly files: UnusedFiles,
    private readonly realtime: RealtimeService,
  ) {}

  onModuleInit(): void {
    this.participants.register('messages', this);
  }

  async move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.conversations.ofContacts.move(scope, from, to, mergeId);
    // Also those that an interrupted run has moved.
    await this.messages.moveToContact(scope, await this.conversations.movedBy(scope, mergeId), to);
  }

  async undo(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.messages.moveToContact(scope, await this.conversations.movedBy(scope, mergeId), from);
    await this.conversations.ofContacts.undo(scope, from, to, mergeId);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.files.deleteIfUnusedLater(scope, await this.messages.filesOfContact(scope, contactId));
    await this.messages.removeOfContact(scope, contactId);
    const conversations = await this.conversations.allOfContact(scope, contactId);
    await this.drafts.removeOfConversations(
      scope,
      conversations.map(({ _id }) => _id),
    );
    await this.conversations.ofContacts.remove(scope, contactId);
    await this.realtime.forgetContact(scope, contactId);
  }
}
