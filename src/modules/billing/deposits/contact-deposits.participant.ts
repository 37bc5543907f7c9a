import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ContactParticipant, ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { DepositsRepository } from './deposits.repository.js';

/** Moves deposits together with their contact; after its deletion they stay without a name. */
@Injectable()
export class ContactDepositsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly deposits: DepositsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('deposits', this);
  }

  move(...args: Parameters<NonNullable<ContactParticipant['move']>>): Promise<void> {
    return this.deposits.ofContacts.move(...args);
  }

  undo(...args: Parameters<NonNullable<ContactParticipant['undo']>>): Promise<void> {
    return this.deposits.ofContacts.undo(...args);
  }

  isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    return this.deposits.ofContacts.isUsed(scope, contactId);
  }

  remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    return this.deposits.anonymise(scope, contactId);
  }
}
