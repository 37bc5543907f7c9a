import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ContactParticipant, ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { FlowRunsRepository } from './flow-runs.repository.js';
import { FlowThreadsRepository } from './flow-threads.repository.js';

/** The runs of a contact: a merge moves them, and a deletion ends them and removes their texts. */
@Injectable()
export class ContactRunsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly runs: FlowRunsRepository,
    private readonly threads: FlowThreadsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('flow-runs', this);
  }

  move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    return this.runs.ofContacts.move(scope, from, to, mergeId);
  }

  undo(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void> {
    return this.runs.ofContacts.undo(scope, from, to, mergeId);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    await this.runs.forgetContact(scope, contactId);
    await this.threads.remove(scope, await this.runs.conversationsOf(scope, contactId));
  }
}
