import { foldText } from '../../../core/text/index.js';
import { GENERIC_NAMES, PRESET_NAMES, VACCINES } from './column-names.js';
import { FIELDS_OF_KIND, type ImportField, type ImportKindName, type ImportPreset } from './import-fields.js';

/** The field of each column; null leaves the column out. */
export type ColumnMapping = readonly (ImportField | null)[];

/** The likely field of each column, each field once. */
export function suggestMapping(
  columns: readonly string[],
  kind: ImportKindName,
  preset: ImportPreset,
): (ImportField | null)[] {
  const taken = new Set<ImportField>();
  const fieldOf = (name: string, names: Partial<Record<ImportField, readonly string[]>>): ImportField | undefined =>
    FIELDS_OF_KIND[kind].find((field) => names[field]?.includes(name));
  return columns.map((column) => {
    const name = columnKey(column);
    const field = fieldOf(name, PRESET_NAMES[preset]) ?? fieldOf(name, GENERIC_NAMES);
    if (field && !taken.has(field)) {
      taken.add(field);
      return field;
    }
    const isVaccine = kind === 'customers' && name.split(' ').some((word) => VACCINES.includes(word));
    return isVaccine ? 'vaccination.expiry' : null;
  });
}

/** @returns sentences; an empty list means that the mapping can be used */
export function mappingProblems(mapping: ColumnMapping, kind: ImportKindName): string[] {
  const used = mapping.filter((field) => field !== null);
  const repeated = used.find((field, place) => field !== 'vaccination.expiry' && used.indexOf(field) !== place);
  const foreign = used.find((field) => !FIELDS_OF_KIND[kind].includes(field));
  return [
    ...(repeated ? [`Two columns are ${repeated}; choose one of them`] : []),
    ...(foreign ? [`A file of ${kind} has no ${foreign}; choose another field`] : []),
    ...MISSING[kind](used),
  ];
}

const MISSING: Readonly<Record<ImportKindName, (used: readonly ImportField[]) => string[]>> = {
  customers: (used) => {
    const needsPet = used.some((field) => field.startsWith('pet.') || field.startsWith('vaccination.'));
    const isDated = used.includes('vaccination.given_on') || used.includes('vaccination.expires_on');
    return [
      ...without(used, ['contact.full_name', 'contact.first_name'], 'the name of the contact'),
      ...(needsPet ? without(used, ['pet.name'], 'the name of the pet') : []),
      ...(isDated && !used.includes('vaccination.name') ? ['Dates of a vaccination need vaccination.name'] : []),
    ];
  },
  services: (used) => without(used, ['service.name'], 'the name of the service'),
  appointments: (used) => [
    ...without(used, ['appointment.date'], 'the date'),
    ...without(used, ['appointment.service'], 'the service'),
    ...without(used, ['contact.phone', 'contact.email', 'contact.id', 'contact.full_name'], 'the customer'),
  ],
};

function without(used: readonly ImportField[], fields: readonly ImportField[], what: string): string[] {
  if (fields.some((field) => used.includes(field))) return [];
  return [`No column has ${what}; choose ${fields.join(' or ')}`];
}

const columnKey = (column: string): string =>
  foldText(column)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .join(' ');
