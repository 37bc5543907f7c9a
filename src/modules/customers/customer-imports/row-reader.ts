import { AppError, createValidationPipe, type FieldProblem } from '../../../core/errors/index.js';
import { CreateContactDto } from '../contacts/index.js';
import { CreateContactPetDto, type Vaccination } from '../pets/index.js';
import type { ColumnMapping, ImportField } from './import-fields.js';
import { type DateOrder, readDate, readFlag, readList, readSex, readSpecies, readWeight } from './import-values.js';

/** Why a row cannot be imported. */
export interface RowProblem {
  /** The name of the column; null for the whole row. */
  column: string | null;
  /** A sentence that says what to do. */
  message: string;
}

/** A row in the words of the API. */
export interface ReadRow {
  contact: CreateContactDto;
  /** Null for a row without a pet. */
  pet: CreateContactPetDto | null;
  vaccinations: Vaccination[];
}

export interface RowOptions {
  columns: readonly string[];
  mapping: ColumnMapping;
  dates: DateOrder;
}

type Cells = Map<ImportField, { text: string; column: string }>;

/** Turns cells into fields, and checks them by the rules of the API. */
export class RowReader {
  private readonly pipe = createValidationPipe();

  constructor(private readonly options: RowOptions) {}

  async read(cells: readonly string[]): Promise<{ read?: ReadRow; problems: RowProblem[] }> {
    const problems: RowProblem[] = [];
    const given = this.cellsOf(cells);
    const contact = await this.checked(CreateContactDto, contactFields(given), 'contact.', problems);
    const vaccinations = this.vaccinationsOf(given, cells, problems);
    const hasPet = given.has('pet.name');
    if (!hasPet && [...given.keys()].some((field) => field.startsWith('pet.')))
      problems.push({
        column: null,
        message: 'The pet has no name. Fill in the name, or clear the other cells of the pet.',
      });
    const fields = { ...this.petFields(given, problems), ...(vaccinations.length > 0 ? { vaccinations } : {}) };
    const pet = hasPet ? await this.checked(CreateContactPetDto, fields, 'pet.', problems) : null;
    if (problems.length > 0 || !contact) return { problems };
    return { read: { contact, pet: pet ?? null, vaccinations }, problems };
  }

  private cellsOf(cells: readonly string[]): Cells {
    const given: Cells = new Map();
    this.options.mapping.forEach((field, place) => {
      const text = textOf(cells[place]);
      if (field && text !== '') given.set(field, { text, column: this.options.columns[place] ?? '' });
    });
    return given;
  }

  private petFields(given: Cells, problems: RowProblem[]): Record<string, unknown> {
    const text = (field: ImportField): string | undefined => given.get(field)?.text;
    const born = given.get('pet.birth_date');
    const weight = given.get('pet.weight_kg');
    const [species, sex] = [text('pet.species'), text('pet.sex')];
    const weight_kg = weight && readWeight(weight.text);
    if (weight && weight_kg === undefined)
      problems.push({
        column: weight.column,
        message: `“${weight.text}” is not a weight. Write kilograms, such as 8.5.`,
      });
    return defined({
      name: text('pet.name'),
      species: species && readSpecies(species),
      breed: text('pet.breed'),
      sex: sex && readSex(sex),
      birth_date: born && this.date(born.text, born.column, problems),
      weight_kg,
      coat: text('pet.coat'),
      allergies: readOptionalList(text('pet.allergies')),
      temperament: readOptionalList(text('pet.temperament')),
      notes: text('pet.notes'),
    });
  }

  private vaccinationsOf(given: Cells, cells: readonly string[], problems: RowProblem[]): Vaccination[] {
    const { columns, mapping } = this.options;
    const day = (cell: { text: string; column: string } | undefined): string | null =>
      (cell && this.date(cell.text, cell.column, problems)) ?? null;
    const name = given.get('vaccination.name')?.text;
    const [given_on, expires_on] = [day(given.get('vaccination.given_on')), day(given.get('vaccination.expires_on'))];
    const named = name === undefined ? [] : [{ name, given_on, expires_on }];
    const byColumn = mapping.flatMap((field, place) => {
      const [column = '', text] = [columns[place], textOf(cells[place])];
      if (field !== 'vaccination.expiry' || text === '') return [];
      return [{ name: column, given_on: null, expires_on: this.date(text, column, problems) ?? null }];
    });
    const all = [...named, ...byColumn];
    if (all.length > 0 && !given.has('pet.name'))
      problems.push({ column: null, message: 'The row has a vaccination without a pet. Fill in the name of the pet.' });
    return all;
  }

  private date(text: string, column: string, problems: RowProblem[]): string | undefined {
    const date = readDate(text, this.options.dates);
    if (date === undefined)
      problems.push({ column, message: `“${text}” is not a date. Write it as YYYY-MM-DD, such as 2030-01-31.` });
    return date;
  }

  /** Undefined if the fields break a rule of the API; the problems name the columns. */
  private async checked<T extends object>(
    type: new () => T,
    fields: Record<string, unknown>,
    prefix: 'contact.' | 'pet.',
    problems: RowProblem[],
  ): Promise<T | undefined> {
    try {
      return (await this.pipe.transform(fields, { type: 'body', metatype: type })) as T;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      for (const { field, message } of (error.details ?? []) as unknown as FieldProblem[])
        problems.push({ column: this.columnOf(`${prefix}${field}`), message: problemOf(field, message) });
      return undefined;
    }
  }

  private columnOf(field: string): string | null {
    const place = this.options.mapping.findIndex((mapped) => mapped !== null && field.startsWith(mapped));
    const byName = field === 'contact.full_name' ? this.options.mapping.indexOf('contact.first_name') : -1;
    return this.options.columns[place === -1 ? byName : place] ?? null;
  }
}

function contactFields(given: Cells): Record<string, unknown> {
  const text = (field: ImportField): string | undefined => given.get(field)?.text;
  const parts = [text('contact.first_name'), text('contact.last_name')].filter(Boolean).join(' ');
  const vip = text('contact.is_vip');
  return defined({
    full_name: text('contact.full_name') ?? (parts === '' ? undefined : parts),
    email: text('contact.email'),
    phone: text('contact.phone'),
    tags: readOptionalList(text('contact.tags')),
    notes: text('contact.notes'),
    is_vip: vip === undefined ? undefined : readFlag(vip),
    locale: text('contact.locale'),
  });
}

const readOptionalList = (text: string | undefined): string[] | undefined =>
  text === undefined ? undefined : readList(text);

function defined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Exports put an apostrophe before cells that a spreadsheet would calculate, such as phone numbers. */
const textOf = (cell: string | undefined): string => (cell ?? '').trim().replace(/^'(?=[=+\-@])/, '');

function problemOf(field: string, message: string): string {
  if (field === 'full_name' && message.endsWith('is required')) return 'The contact has no name. Fill in the name.';
  return `${message.slice(0, 1).toUpperCase()}${message.slice(1)}. Change the value, or clear the cell.`;
}
