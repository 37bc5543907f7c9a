import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { AssistantThreadsRepository } from './assistant-threads.repository.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';

/** The turns and threads of a contact: a merge moves them, and a deletion deletes them. */
@Injectable()
export class AssistantContacts implements OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('assistant-turns', this.turns.ofContacts);
    this.participants.register('assistant-threads', this.threads.ofContacts);
  }
}
