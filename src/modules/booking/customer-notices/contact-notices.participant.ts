import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';

/** Moves and deletes the notices together with their contact. */
@Injectable()
export class ContactNoticesParticipant implements OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly notices: CustomerNoticesRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('customer-notices', this.notices.ofContacts);
  }
}
