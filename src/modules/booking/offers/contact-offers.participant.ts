import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { OffersRepository } from './offers.repository.js';

/** Moves offers when contacts are merged, and deletes them with their contact. */
@Injectable()
export class ContactOffersParticipant implements OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly offers: OffersRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('time-offers', this.offers.ofContacts);
  }
}
