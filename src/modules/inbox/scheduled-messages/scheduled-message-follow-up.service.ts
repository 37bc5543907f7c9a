import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { EventBus } from '../../../core/events/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry, type ContactParticipant } from '../../customers/contacts/index.js';
import { ScheduledFiles } from './scheduled-files.service.js';
import { CUSTOMER_REPLIED } from './scheduled-messages.errors.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import { ScheduledMessagesService } from './scheduled-messages.service.js';

/** Updates scheduled messages when the customer replies, and when the contact is merged or deleted. */
@Injectable()
export class ScheduledMessageFollowUpService implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly participants: ContactParticipantRegistry,
    private readonly scheduled: ScheduledMessagesRepository,
    private readonly service: ScheduledMessagesService,
    private readonly files: ScheduledFiles,
  ) {}

  onModuleInit(): void {
    this.participants.register('scheduled-messages', this);
    this.bus.on('message.published', async ({ companyId, conversationId, direction }) => {
      if (direction === 'inbound') await this.cancelOnReply(CompanyScope.of(companyId), toObjectId(conversationId));
    });
  }

  async move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.scheduled.ofContacts.move(scope, from, to, mergeId);
  }

  async undo(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    await this.scheduled.ofContacts.undo(scope, from, to, mergeId);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const lost = await this.scheduled.ofContact(scope, contactId);
    await this.scheduled.ofContacts.remove(scope, contactId);
    await this.files.release(
      scope,
      lost.flatMap(({ attachments }) => attachments),
    );
  }

  private async cancelOnReply(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const cancelled = await this.scheduled.cancelOnReply(scope, conversationId, CUSTOMER_REPLIED);
    if (cancelled > 0) await this.service.announce(scope, conversationId);
  }
}
