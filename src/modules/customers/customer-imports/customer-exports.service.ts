import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { toCsv } from '../../../core/http/index.js';
import { type CompanyScope, distinctIds, type Page, type PageRequest } from '../../../core/tenancy/index.js';
import { type Contact, ContactsService } from '../contacts/index.js';
import { type Pet, PetsService, type Vaccination } from '../pets/index.js';

const PAGE_SIZE = 500;

/** An import understands these names. */
const CONTACT_COLUMNS = ['Name', 'E-mail', 'Phone', 'Tags', 'Notes', 'VIP', 'Language'];
const PET_COLUMNS = [
  'Owner',
  'E-mail',
  'Phone',
  'Pet',
  'Species',
  'Breed',
  'Sex',
  'Date of birth',
  'Weight kg',
  'Coat',
  'Allergies',
  'Temperament',
  'Pet notes',
  'Vaccination',
  'Given on',
  'Expires on',
];

/** Writes all contacts or pets of a company as CSV, page by page. */
@Injectable()
export class CustomerExportsService {
  constructor(
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
  ) {}

  contactsCsv(scope: CompanyScope): Readable {
    const pages = everyPage((page) => this.contacts.list(scope, {}, page));
    async function* lines(): AsyncGenerator<string[]> {
      yield CONTACT_COLUMNS;
      for await (const contacts of pages) yield* contacts.map(contactLine);
    }
    return toCsv(lines());
  }

  /** One line for each vaccination; a pet without vaccinations has one line, too. */
  petsCsv(scope: CompanyScope): Readable {
    const pages = everyPage((page) => this.pets.list(scope, {}, page));
    const ownersOf = async (pets: readonly Pet[]): Promise<Map<string, Contact>> => {
      const owners = await this.contacts.getMany(scope, distinctIds(pets.map(({ contact_id }) => contact_id)));
      return new Map(owners.map((owner) => [owner._id.toHexString(), owner]));
    };
    async function* lines(): AsyncGenerator<string[]> {
      yield PET_COLUMNS;
      for await (const pets of pages) {
        const owners = await ownersOf(pets);
        yield* pets.flatMap((pet) => petLines(pet, owners.get(pet.contact_id.toHexString())));
      }
    }
    return toCsv(lines());
  }
}

async function* everyPage<T>(read: (page: PageRequest) => Promise<Page<T>>): AsyncGenerator<T[]> {
  let cursor: string | null = null;
  do {
    const page: Page<T> = await read({ limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) });
    yield page.items;
    cursor = page.nextCursor;
  } while (cursor !== null);
}

function contactLine({ full_name, email, phone, tags, notes, is_vip, locale }: Contact): string[] {
  return [full_name, email ?? '', phone ?? '', tags.join(', '), notes ?? '', is_vip ? 'yes' : '', locale ?? ''];
}

function petLines(pet: Pet, owner: Contact | undefined): string[][] {
  const facts = [
    owner?.full_name ?? '',
    owner?.email ?? '',
    owner?.phone ?? '',
    pet.name,
    pet.species ?? '',
    pet.breed ?? '',
    pet.sex === 'unknown' ? '' : pet.sex,
    pet.birth_date ?? '',
    pet.weight_kg?.toString() ?? '',
    pet.coat ?? '',
    pet.allergies.join(', '),
    pet.temperament.join(', '),
    pet.notes ?? '',
  ];
  const line = (one?: Vaccination): string[] => [...facts, one?.name ?? '', one?.given_on ?? '', one?.expires_on ?? ''];
  return pet.vaccinations.length === 0 ? [line()] : pet.vaccinations.map(line);
}
