import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { RemindersRepository } from './reminders.repository.js';

/** Moves and deletes the reminders together with their contact. */
@Injectable()
export class ContactRemindersParticipant implements OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly reminders: RemindersRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('reminders', this.reminders.ofContacts);
  }
}
