import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry, type ContactParticipant } from '../../customers/contacts/index.js';
import { ConversationsRepository, DraftsRepository } from '../conversations/index.js';
import { MessagesRepository } from './messages.repository.js';
import { UnusedFiles } from './unused-files.js';

/** Repeats the removal of a deleted contact's data from the event log and its copies. */
const ForgetContact = defineJob<{ companyId: string; contactId: string }>('messages.forget-contact');

/** By then, requests that read the contact before its deletion have logged their events. */
const SECOND_REMOVAL_MS = 60_000;

@Injectable()
export class ContactMessagesParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly conversations: ConversationsRepository,
    private readonly drafts: DraftsRepository,
    private readonly messages: MessagesRepository,
    private readonly files: UnusedFiles,
    private readonly realtime: RealtimeService,
    private readonly jobs: Jobs,
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

  isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    return this.conversations.ofContacts.isUsed(scope, contactId);
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
    const payload = { companyId: scope.id, contactId: contactId.toHexString() };
    await this.jobs.enqueue(ForgetContact, payload, { delayMs: SECOND_REMOVAL_MS });
    await this.realtime.forgetContact(scope, contactId);
  }

  @JobHandler(ForgetContact)
  async forgetAgain({ companyId, contactId }: PayloadOf<typeof ForgetContact>): Promise<void> {
    await this.realtime.forgetContact(CompanyScope.of(companyId), toObjectId(contactId));
  }
}
