import { Injectable } from '@nestjs/common';
import { type CompanyScope, distinctIds, type Page, type PageRequest } from '../../../core/tenancy/index.js';
import { type Contact, ContactsService } from '../contacts/index.js';
import type { EndOrder } from './dto/vaccination-end.dto.js';
import { type Clearance, KnownClearances } from './known-clearances.port.js';
import { PetsRepository } from './pets.repository.js';
import type { Pet } from './schemas/pet.schema.js';
import { clearancesFor, currentVaccinations } from './vaccination-ends.js';
import { type EndRange, VaccinationEndsRepository } from './vaccination-ends.repository.js';

export interface EndingVaccinations {
  expires_on: string;
  names: string[];
  /** Of the same names, and valid longer. */
  clearances: Pick<Clearance, 'name' | 'valid_until'>[];
  pet: Pet;
  contact: Contact;
}

/** Which vaccinations end in a range of days. */
@Injectable()
export class VaccinationEndsService {
  constructor(
    private readonly ends: VaccinationEndsRepository,
    private readonly pets: PetsRepository,
    private readonly contacts: ContactsService,
    private readonly clearances: KnownClearances,
  ) {}

  /** One row for each pet and day. */
  async list(
    scope: CompanyScope,
    range: EndRange,
    order: EndOrder,
    request: PageRequest,
  ): Promise<Page<EndingVaccinations>> {
    const page = await this.ends.list(scope, range, order === 'soonest' ? 1 : -1, request);
    const petIds = distinctIds(page.items.map(({ _id }) => _id));
    const pets = byId(await this.pets.findMany(scope, petIds));
    const cleared = await this.clearances.ofPets(scope, petIds);
    const owners = distinctIds([...pets.values()].map(({ contact_id }) => contact_id));
    const contacts = byId(await this.contacts.getMany(scope, owners));
    const items = page.items.flatMap(({ _id, vaccination_ends: expires_on }) => {
      const pet = pets.get(_id.toHexString());
      const contact = pet && contacts.get(pet.contact_id.toHexString());
      // Somebody may delete the pet between two reads.
      if (!contact) return [];
      const ending = currentVaccinations(pet.vaccinations).filter((one) => one.expires_on === expires_on);
      const names = ending.map(({ name }) => name);
      const clearances = clearancesFor(names, expires_on, cleared.get(_id.toHexString()) ?? []);
      return names.length === 0 ? [] : [{ expires_on, names, clearances, pet, contact }];
    });
    return { items, nextCursor: page.nextCursor };
  }
}

function byId<T extends { _id: Pet['_id'] }>(documents: readonly T[]): Map<string, T> {
  return new Map(documents.map((document) => [document._id.toHexString(), document]));
}
