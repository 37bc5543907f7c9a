import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Contact, ContactsService, phoneKey } from '../../customers/contacts/index.js';
import { type Pet, PetsService } from '../../customers/pets/index.js';
import type { CodeAddress } from './code-address.js';

const MAX_KNOWN_PETS = 100;
const MAX_NOTES = 10_000;
const NOTE_OF = { email: 'Other e-mail given in a booking', phone: 'Other phone given in a booking' } as const;

export interface Introduction {
  full_name: string;
  email?: string;
  phone?: string;
}

export type PetIntroduction = Pick<Pet, 'name'> & Partial<Pick<Pet, 'species' | 'breed' | 'weight_kg' | 'coat'>>;

/** Finds or creates the contact and the pets of a public booking. Never replaces data of staff. */
@Injectable()
export class PublicCustomersService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  async findOrCreate(scope: CompanyScope, introduction: Introduction, address: CodeAddress): Promise<Contact> {
    const [known] = await this.withAddress(scope, address);
    if (!known) return this.create(scope, introduction);
    return this.addNewDetails(scope, known, introduction);
  }

  /** Adds a missing mail address or phone. Notes a different one for staff. */
  private async addNewDetails(scope: CompanyScope, known: Contact, given: Introduction): Promise<Contact> {
    const changes: { email?: string; phone?: string; notes?: string } = {};
    const notes = known.notes ?? '';
    const added: string[] = [];
    for (const field of ['email', 'phone'] as const) {
      const value = given[field];
      if (!value || isSame(field, value, known[field])) continue;
      const line = `${NOTE_OF[field]}: ${value}`;
      if (known[field] === null) changes[field] = value;
      else if (!notes.includes(line)) added.push(line);
    }
    if (added.length > 0) changes.notes = [...(notes ? [notes] : []), ...added].join('\n').slice(0, MAX_NOTES);
    return Object.keys(changes).length > 0 ? this.contacts.update(scope, known._id, changes) : known;
  }

  /** Compares by the proven address, else by the mail address. */
  async isContact(
    scope: CompanyScope,
    contactId: Types.ObjectId | null,
    { email }: Introduction,
    proven?: CodeAddress,
  ): Promise<boolean> {
    if (!proven && email === undefined) return true;
    const found = proven
      ? await this.withAddress(scope, proven)
      : await this.contacts.findByEmail(scope, String(email));
    return found.some(({ _id }) => contactId?.equals(_id));
  }

  /** An unproven address finds nobody. Staff see possible duplicates. */
  create(scope: CompanyScope, { full_name, email, phone }: Introduction): Promise<Contact> {
    return this.contacts.create(scope, { full_name, email: email ?? null, phone: phone ?? null });
  }

  async petsOf(
    scope: CompanyScope,
    contactId: Types.ObjectId,
    introductions: readonly PetIntroduction[],
  ): Promise<Types.ObjectId[]> {
    if (introductions.length === 0) return [];
    const { items } = await this.pets.listOfContact(scope, contactId, { limit: MAX_KNOWN_PETS });
    const known = new Map(items.map(({ name, _id }) => [nameKey(name), _id]));
    const ids: Types.ObjectId[] = [];
    for (const introduction of introductions) {
      const id = known.get(nameKey(introduction.name));
      ids.push(id ?? (await this.pets.create(scope, { ...introduction, contact_id: contactId }))._id);
    }
    return ids;
  }

  private withAddress(scope: CompanyScope, { channel, to }: CodeAddress): Promise<Contact[]> {
    return channel === 'email' ? this.contacts.findByEmail(scope, to) : this.contacts.findByPhone(scope, `+${to}`);
  }
}

function isSame(field: 'email' | 'phone', one: string, other: string | null): boolean {
  if (other === null) return false;
  return field === 'phone' ? phoneKey(one) === phoneKey(other) : one.toLowerCase() === other.toLowerCase();
}

const nameKey = (name: string): string => name.trim().toLowerCase();
