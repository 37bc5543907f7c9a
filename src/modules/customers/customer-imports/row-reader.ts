import { CreateContactDto } from '../contacts/index.js';
import { CreateContactPetDto, type Vaccination } from '../pets/index.js';
import type { ImportField } from './import-fields.js';
import { readFlag, readList, readSex, readSpecies, readWeight } from './import-values.js';
import { type Cell, RowCells, type RowOptions, type RowProblem } from './row-cells.js';

/** A row in the words of the API. */
export interface ReadRow {
  contact: CreateContactDto;
  /** Null for a row without a pet. */
  pet: CreateContactPetDto | null;
  vaccinations: Vaccination[];
}

/** Turns cells into a contact and its pet, and checks them by the rules of the API. */
export class RowReader {
  constructor(private readonly options: RowOptions) {}

  async read(cells: readonly string[]): Promise<{ read?: ReadRow; problems: RowProblem[] }> {
    const row = new RowCells(this.options, cells);
    const contact = await this.contactOf(row);
    const vaccinations = vaccinationsOf(row);
    const hasPet = row.cell('pet.name') !== undefined;
    if (!hasPet && row.hasAny('pet.'))
      row.problem('PET_WITHOUT_NAME', 'The pet has no name. Fill in the name, or clear the other cells of the pet.');
    const fields = { ...petFields(row), ...(vaccinations.length > 0 ? { vaccinations } : {}) };
    const pet = hasPet
      ? await row.checked(CreateContactPetDto, fields, (field) => `pet.${field}` as ImportField)
      : null;
    if (row.problems.length > 0 || !contact) return { problems: row.problems };
    return { read: { contact, pet: pet ?? null, vaccinations }, problems: [] };
  }

  private contactOf(row: RowCells): Promise<CreateContactDto | undefined> {
    const fields = contactFields(row);
    const nameColumn = row.columnOf('contact.full_name') ?? row.columnOf('contact.first_name');
    if (fields['full_name'] === undefined)
      row.problem('CONTACT_WITHOUT_NAME', 'The contact has no name. Fill in the name.', nameColumn);
    // The other fields are checked, too, so that one look at the file finds all problems.
    return row.checked(CreateContactDto, { ...fields, full_name: fields['full_name'] ?? '-' }, (field) =>
      field === 'full_name' && row.columnOf('contact.full_name') === null
        ? 'contact.first_name'
        : (`contact.${field}` as ImportField),
    );
  }
}

function contactFields(row: RowCells): Record<string, unknown> {
  const vip = row.text('contact.is_vip');
  return {
    full_name: nameOf(row),
    email: row.text('contact.email'),
    phone: row.text('contact.phone'),
    tags: readOptionalList(row.text('contact.tags')),
    notes: row.text('contact.notes'),
    is_vip: vip === undefined ? undefined : readFlag(vip),
    locale: row.text('contact.locale'),
  };
}

/** The full name, or the first and the last name. */
export function nameOf(row: RowCells): string | undefined {
  const parts = [row.text('contact.first_name'), row.text('contact.last_name')].filter(Boolean).join(' ');
  return row.text('contact.full_name') ?? (parts === '' ? undefined : parts);
}

function petFields(row: RowCells): Record<string, unknown> {
  const [species, sex] = [row.text('pet.species'), row.text('pet.sex')];
  const weight = { is: 'a weight', write: 'kilograms, such as 8.5' };
  return {
    name: row.text('pet.name'),
    species: species && readSpecies(species),
    breed: row.text('pet.breed'),
    sex: sex && readSex(sex),
    birth_date: row.date(row.cell('pet.birth_date')),
    weight_kg: row.value(row.cell('pet.weight_kg'), 'INVALID_WEIGHT', readWeight, weight),
    coat: row.text('pet.coat'),
    allergies: readOptionalList(row.text('pet.allergies')),
    temperament: readOptionalList(row.text('pet.temperament')),
    notes: row.text('pet.notes'),
  };
}

function vaccinationsOf(row: RowCells): Vaccination[] {
  const day = (cell: Cell | undefined): string | null => row.date(cell) ?? null;
  const name = row.text('vaccination.name');
  const [given_on, expires_on] = [day(row.cell('vaccination.given_on')), day(row.cell('vaccination.expires_on'))];
  const named = name === undefined ? [] : [{ name, given_on, expires_on }];
  const byColumn = row
    .all('vaccination.expiry')
    .map((cell) => ({ name: cell.column, given_on: null, expires_on: day(cell) }));
  const all = [...named, ...byColumn];
  if (all.length > 0 && row.cell('pet.name') === undefined)
    row.problem('VACCINATION_WITHOUT_PET', 'The row has a vaccination without a pet. Fill in the name of the pet.');
  return all;
}

const readOptionalList = (text: string | undefined): string[] | undefined =>
  text === undefined ? undefined : readList(text);
