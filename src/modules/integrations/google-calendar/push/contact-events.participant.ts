import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { type ContactParticipant, ContactParticipantRegistry } from '../../../customers/contacts/index.js';
import { PushedEventsRepository } from './pushed-events.repository.js';

/** Events in Google name the customer. After a deletion the next run writes them without the name. */
@Injectable()
export class ContactEventsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly rows: PushedEventsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('google events', this);
  }

  remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    return this.rows.forgetContact(scope, contactId);
  }
}
