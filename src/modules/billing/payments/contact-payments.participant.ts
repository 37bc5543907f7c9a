import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ContactParticipant, ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { PaymentsRepository } from './payments.repository.js';

/** Moves payments together with their contact; after its deletion they stay without a name. */
@Injectable()
export class ContactPaymentsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly payments: PaymentsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('payments', this);
  }

  move(...args: Parameters<NonNullable<ContactParticipant['move']>>): Promise<void> {
    return this.payments.ofContacts.move(...args);
  }

  undo(...args: Parameters<NonNullable<ContactParticipant['undo']>>): Promise<void> {
    return this.payments.ofContacts.undo(...args);
  }

  isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    return this.payments.ofContacts.isUsed(scope, contactId);
  }

  remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    return this.payments.anonymise(scope, contactId);
  }
}
