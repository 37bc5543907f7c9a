import type { Schemas } from '#web/lib/api/client.ts';

export type MatrixRow = Schemas['PetMatrixRowDto'];

/** The traits of a pet by which a service may take longer or cost more; null: not known. */
export interface PetTraits {
  species: string | null;
  size: string | null;
  coat: string | null;
  breed: string | null;
}

/** The own duration and price of a person; null: as usual. */
export type PersonTerms = Schemas['StaffOverrideDto'];

export interface PricedService {
  duration_min: number;
  price: number | null;
  accepted_species: readonly string[];
  pet_matrix: readonly Partial<MatrixRow>[];
  /** Empty: anybody with working hours. */
  staff_ids: readonly string[];
  staff_overrides: readonly PersonTerms[];
}

export interface PetQuote {
  minutes: number;
  /** In minor units; null if the service names no price. */
  price: number | null;
  isAccepted: boolean;
}

/** From the most to the least specific, as the API weighs them. */
const CRITERIA = ['breed', 'coat', 'size', 'species'] as const;

const fold = (text: string | null | undefined): string => (text ?? '').trim().toLowerCase();

/** The service as one person does it. */
export function byPerson(service: PricedService, staffId: string): PricedService {
  const own = service.staff_overrides.find(({ staff_id }) => staff_id === staffId);
  if (!own) return service;
  return { ...service, duration_min: own.duration_min ?? service.duration_min, price: own.price ?? service.price };
}

/** The people with own terms, after null for all others if there are others. */
export function peopleByTerms({
  staff_ids,
  staff_overrides,
}: Pick<PricedService, 'staff_ids' | 'staff_overrides'>): (string | null)[] {
  const special = staff_overrides.map(({ staff_id }) => staff_id);
  const hasOthers = staff_ids.length === 0 || staff_ids.some((id) => !special.includes(id));
  return [...(hasOthers ? [null] : []), ...special];
}

/** The service by everybody without own terms, if there is such a person, and by each person with own terms. */
export const byEachPerson = (service: PricedService): PricedService[] =>
  peopleByTerms(service).map((staffId) => (staffId === null ? service : byPerson(service, staffId)));

/** Minutes and price of a service for a pet, as the API works them out, so that a change is seen before it is saved. */
export function quoteFor(service: PricedService, pet: PetTraits): PetQuote {
  const { duration_min, price, accepted_species, pet_matrix } = service;
  const rows = pet_matrix.filter((row) => CRITERIA.every((key) => !row[key] || fold(row[key]) === fold(pet[key])));
  const isKnown = accepted_species.some((species) => fold(species) === fold(pet.species));
  return {
    minutes: mostSpecific(rows, (row) => changed(duration_min, row.minutes, row.minutes_delta)) ?? duration_min,
    price: mostSpecific(rows, (row) => changed(price ?? 0, row.price, row.price_delta)) ?? price,
    isAccepted:
      !rows.some(({ refuse }) => refuse) && (pet.species === null || accepted_species.length === 0 || isKnown),
  };
}

/** The value for this pet; undefined if the row leaves it as it is. */
function changed(usual: number, instead: number | null | undefined, delta: number | null | undefined) {
  if (delta !== null && delta !== undefined) return Math.max(0, usual + delta);
  return instead ?? undefined;
}

/** The value of the row with the most specific criteria; the first of equal rows wins. */
function mostSpecific(
  rows: readonly Partial<MatrixRow>[],
  valueOf: (row: Partial<MatrixRow>) => number | undefined,
): number | undefined {
  let best: number | undefined;
  let bestWeight = -1;
  for (const row of rows) {
    const weight = CRITERIA.reduce((sum, key) => sum * 2 + (row[key] ? 1 : 0), 0);
    const value = valueOf(row);
    if (value === undefined || weight <= bestWeight) continue;
    best = value;
    bestWeight = weight;
  }
  return best;
}
