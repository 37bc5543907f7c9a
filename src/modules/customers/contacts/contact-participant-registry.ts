import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/**
 * A module whose documents belong to contacts. Every method may be called again at any time after a crash, so each must
 * be idempotent; none may assume that the contact is still there. `moveDocuments` and `moveDocumentsBack` are such updates.
 */
export interface ContactParticipant {
  /** Gives what belongs to `from` to `to`, and marks it with the merge so that `undo` knows it. */
  move(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void>;
  /** Gives what the merge moved from `from` to `to` back to `from`. */
  undo(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void>;
  /** Deletes what may not outlive the contact. */
  remove?(scope: CompanyScope, contactId: Types.ObjectId): Promise<void>;
}

/** Where modules that hold documents of contacts sign up, in their `onModuleInit`. */
@Injectable()
export class ContactParticipantRegistry {
  private readonly participants = new Map<string, ContactParticipant>();

  /** @throws Error when the name is taken */
  register(name: string, participant: ContactParticipant): void {
    if (this.participants.has(name)) throw new Error(`Contact participant "${name}" is registered twice`);
    this.participants.set(name, participant);
  }

  async move(...args: Parameters<ContactParticipant['move']>): Promise<void> {
    for (const participant of this.participants.values()) await participant.move(...args);
  }

  async undo(...args: Parameters<ContactParticipant['undo']>): Promise<void> {
    for (const participant of this.participants.values()) await participant.undo(...args);
  }

  async remove(...args: Parameters<NonNullable<ContactParticipant['remove']>>): Promise<void> {
    for (const participant of this.participants.values()) await participant.remove?.(...args);
  }
}
