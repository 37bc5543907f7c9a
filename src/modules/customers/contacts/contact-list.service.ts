import { Injectable } from '@nestjs/common';
import { type CompanyScope, DEFAULT_PAGE_SIZE, encodeCursor, type PageRequest } from '../../../core/tenancy/index.js';
import { type ContactFilters, ContactsRepository } from './contacts.repository.js';
import type { Contact } from './schemas/contact.schema.js';
import { type ShownPet, ShownPets } from './shown-pets.port.js';

/** Number of contacts that one step of the search for contacts with or without pets reads. */
const STEP = 250;
/** After so many steps a page may be shorter than asked for, so that one request never reads a whole large company. */
const MAX_STEPS = 10;

export interface ContactListFilters extends ContactFilters {
  has_pets?: boolean;
}

export interface ContactRow {
  contact: Contact;
  /** The newest first. */
  pets: ShownPet[];
}

export interface ContactRows {
  rows: ContactRow[];
  nextCursor: string | null;
}

/** The list of contacts with their pets. */
@Injectable()
export class ContactListService {
  constructor(
    private readonly contacts: ContactsRepository,
    private readonly pets: ShownPets,
  ) {}

  /** The newest contacts first. With `has_pets` a page can be shorter than asked for, although others follow. */
  async list(
    scope: CompanyScope,
    { has_pets, ...filters }: ContactListFilters,
    page: PageRequest,
  ): Promise<ContactRows> {
    if (has_pets === undefined) return this.read(scope, filters, page);
    const limit = page.limit ?? DEFAULT_PAGE_SIZE;
    const found: ContactRow[] = [];
    let cursor = page.cursor ?? null;
    for (let step = 0; step < MAX_STEPS; step++) {
      const { rows, nextCursor } = await this.read(scope, filters, {
        limit: STEP,
        ...(cursor === null ? {} : { cursor }),
      });
      for (const [place, row] of rows.entries()) {
        if (row.pets.length > 0 !== has_pets) continue;
        found.push(row);
        if (found.length < limit) continue;
        const isLast = place === rows.length - 1 && nextCursor === null;
        return { rows: found, nextCursor: isLast ? null : encodeCursor(null, row.contact._id) };
      }
      cursor = nextCursor;
      if (cursor === null) break;
    }
    return { rows: found, nextCursor: cursor };
  }

  tagsInUse(scope: CompanyScope): Promise<{ tag: string; contacts: number }[]> {
    return this.contacts.tagsInUse(scope);
  }

  private async read(scope: CompanyScope, filters: ContactFilters, page: PageRequest): Promise<ContactRows> {
    const { items, nextCursor } = await this.contacts.list(scope, filters, page);
    const ids = items.map(({ _id }) => _id);
    const pets = await this.pets.ofContacts(scope, ids);
    const rows = items.map((contact) => ({ contact, pets: pets.get(contact._id.toHexString()) ?? [] }));
    return { rows, nextCursor };
  }
}
