import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/**
 * A module with documents of contacts. Every method must be idempotent and may not assume that the contact still
 * exists, because it may run again after a crash. `ContactDocuments` has such methods.
 */
export interface ContactParticipant {
  /** Moves the documents of `from` to `to` and marks them with the merge. */
  move?(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void>;
  /** Gives back to `from` what the merge moved. */
  undo?(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId, mergeId: Types.ObjectId): Promise<void>;
  /** Whether the contact has documents of the module. */
  isUsed?(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean>;
  /** Deletes what may not outlive the contact. */
  remove?(scope: CompanyScope, contactId: Types.ObjectId): Promise<void>;
}

/** Modules register in their `onModuleInit`. */
@Injectable()
export class ContactParticipantRegistry {
  private readonly participants = new Map<string, ContactParticipant>();

  register(name: string, participant: ContactParticipant): void {
    if (this.participants.has(name)) throw new Error(`Contact participant "${name}" is registered twice`);
    this.participants.set(name, participant);
  }

  async move(...args: Parameters<NonNullable<ContactParticipant['move']>>): Promise<void> {
    for (const participant of this.participants.values()) await participant.move?.(...args);
  }

  async undo(...args: Parameters<NonNullable<ContactParticipant['undo']>>): Promise<void> {
    for (const participant of this.participants.values()) await participant.undo?.(...args);
  }

  /** Whether any module has documents of the contact. */
  async isUsed(scope: CompanyScope, contactId: Types.ObjectId): Promise<boolean> {
    for (const participant of this.participants.values()) if (await participant.isUsed?.(scope, contactId)) return true;
    return false;
  }

  async remove(...args: Parameters<NonNullable<ContactParticipant['remove']>>): Promise<void> {
    for (const participant of this.participants.values()) await participant.remove?.(...args);
  }
}
