import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactParticipantRegistry } from '../../../customers/contacts/index.js';
import { ReplayRowsRepository } from './replay-rows.repository.js';

/** The rows of a contact: a merge moves them, and a deletion deletes them. */
@Injectable()
export class ReplayContacts implements OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly rows: ReplayRowsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('assistant-replay-rows', this.rows.ofContacts);
  }
}
