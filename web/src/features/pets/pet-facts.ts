import type { Pet } from './pets-queries.ts';

/** The state of a vaccination on a day. `given`: the end is unknown. */
export type VaccinationState = 'valid' | 'expiring' | 'expired' | 'given';

/** A plain date such as `2026-03-02`; plain dates compare as text. */
type PlainDate = string;

const EXPIRING_DAYS = 30;
const DAY_MS = 86_400_000;

/** Full years, and full months beyond them, since a date of birth. Undefined for a date that lies ahead. */
export function ageOn(born: PlainDate, today: PlainDate): { years: number; months: number } | undefined {
  if (born > today) return undefined;
  const [year = 0, month = 0, day = 0] = born.split('-').map(Number);
  const [thisYear = 0, thisMonth = 0, thisDay = 0] = today.split('-').map(Number);
  const months = (thisYear - year) * 12 + thisMonth - month - (thisDay < day ? 1 : 0);
  return { years: Math.floor(months / 12), months: months % 12 };
}

/** A vaccination is still valid on the day on which it expires. */
export function vaccinationState(expiresOn: PlainDate | null | undefined, today: PlainDate): VaccinationState {
  if (!expiresOn) return 'given';
  if (expiresOn < today) return 'expired';
  return Date.parse(expiresOn) - Date.parse(today) <= EXPIRING_DAYS * DAY_MS ? 'expiring' : 'valid';
}

/** A vaccination or a proof of one, as the panel lists it. */
export interface ShownVaccination {
  name: string;
  givenOn: PlainDate | null;
  expiresOn: PlainDate | null;
  state: VaccinationState | 'missing';
}

interface VaccinationSources {
  vaccinations: Pet['vaccinations'];
  /** Proofs that staff have accepted. */
  clearances: readonly { name: string; valid_until: PlainDate | null }[];
  /** Names of vaccinations that a coming appointment requires and the pet lacks. */
  wanted: readonly string[];
}

/** One line for each vaccination, with its longest validity; missing ones first. */
export function shownVaccinations(sources: VaccinationSources, today: PlainDate): ShownVaccination[] {
  const known = [
    ...sources.vaccinations.map(({ name, given_on, expires_on }) => ({
      name,
      givenOn: given_on ?? null,
      expiresOn: expires_on ?? null,
    })),
    ...sources.clearances.map(({ name, valid_until }) => ({ name, givenOn: null, expiresOn: valid_until })),
  ];
  const best = new Map<string, ShownVaccination>();
  for (const one of known) {
    const other = best.get(keyOf(one.name));
    if (other && endOf(other) >= endOf(one)) continue;
    best.set(keyOf(one.name), { ...one, state: vaccinationState(one.expiresOn, today) });
  }
  const missing = sources.wanted.filter((name) => !best.has(keyOf(name)));
  return [
    ...[...new Set(missing)].map((name) => ({ name, givenOn: null, expiresOn: null, state: 'missing' as const })),
    ...best.values(),
  ];
}

const keyOf = (name: string): string => name.trim().toLocaleLowerCase();
const endOf = ({ expiresOn }: Pick<ShownVaccination, 'expiresOn'>): PlainDate => expiresOn ?? '9999-12-31';

const fold = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase();

/** Beginnings of words for a temperament that may hurt people or other pets, in the languages of the product. */
const DANGEROUS = [
  'bite',
  'biting',
  'aggress',
  'muzzle',
  'reactive',
  'mord',
  'agressiv',
  'bravo',
  'brava',
  'focinheira',
  'reativ',
];

export const isDangerous = (temperament: string): boolean =>
  fold(temperament)
    .split(/[^\p{L}]+/u)
    .some((word) => DANGEROUS.some((beginning) => word.startsWith(beginning)));

/** The ids of species that have a glyph and a name in the languages of the product. */
export const SPECIES = ['dog', 'cat', 'rabbit', 'bird', 'fish', 'horse'] as const;
export type Species = (typeof SPECIES)[number];

export const speciesOf = (name: string | null): Species | undefined =>
  SPECIES.find((species) => name !== null && species === fold(name));
