import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { type Contact, ContactsService, IdentityResolver } from '../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import { type Conversation, ConversationsRepository } from '../../inbox/conversations/index.js';

/** Customers of reminders with their pets, by hex ids. */
export interface Customers {
  readonly contacts: ReadonlyMap<string, Contact>;
  readonly pets: ReadonlyMap<string, Pet>;
  /** Contacts that want no automatic messages. */
  readonly optedOut: ReadonlySet<string>;
  /** Of all these contacts, those with the latest activity first. */
  readonly conversations: readonly Conversation[];
}

@Injectable()
export class ReminderCustomers {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly identities: IdentityResolver,
    private readonly conversations: ConversationsRepository,
  ) {}

  async of(
    scope: CompanyScope,
    contactIds: readonly Types.ObjectId[],
    petIds: readonly Types.ObjectId[],
  ): Promise<Customers> {
    const [ids, ofPets] = [distinctIds(contactIds), distinctIds(petIds)];
    const [contacts, pets, optedOut, conversations] = await Promise.all([
      this.contacts.getMany(scope, ids),
      this.pets.getMany(scope, ofPets),
      this.identities.optedOutAmong(scope, ids),
      this.conversations.latestOf(scope, ids),
    ]);
    const current = contacts.filter(({ merged_into }) => !merged_into);
    return { contacts: byId(current), pets: byId(pets), optedOut, conversations };
  }
}

export const byId = <T extends { _id: Types.ObjectId }>(documents: readonly T[]): Map<string, T> =>
  new Map(documents.map((one) => [one._id.toHexString(), one]));
