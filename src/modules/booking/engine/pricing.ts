import { normalizeText, type NormalizedPet, petMatches } from './pets.js';
import type { AddOnRules, PetMatrixRow, SegmentRules, ServiceRules } from './rules.js';

export interface Quote {
  readonly segmentMinutes: readonly number[];
  readonly price: number;
}

/** A service without segments counts as one segment, done by the lead; a stay has none. */
export function segmentsOf(service: ServiceRules): readonly SegmentRules[] {
  if ((service.kind ?? 'timed') !== 'timed') return [];
  return service.segments?.length ? service.segments : [{ minutes: service.duration_min ?? 0 }];
}

export function acceptsPet(service: ServiceRules, pet: NormalizedPet): boolean {
  return petMatches(service.accepts, pet, true) && (matrixValue(service.pet_matrix, pet, 'accepted') ?? true);
}

/** @param multiplier nights of boarding, otherwise 1 */
export function quoteLine(
  service: ServiceRules,
  pet: NormalizedPet,
  addOns: readonly AddOnRules[],
  multiplier: number,
): Quote {
  const usual = segmentsOf(service).map(({ minutes }) => minutes);
  const added = addOns.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  const segmentMinutes = scaleMinutes(usual, matrixValue(service.pet_matrix, pet, 'minutes')).map((minutes, index) =>
    index === usual.length - 1 ? minutes + added : minutes,
  );
  const base = Math.max(0, matrixValue(service.pet_matrix, pet, 'price') ?? service.price ?? 0);
  const extra = addOns.map(({ price = 0, every_night }) => price * (every_night ? multiplier : 1));
  return { segmentMinutes, price: extra.reduce((sum, price) => sum + price, base * multiplier) };
}

/** Spreads a total over the segments in proportion; the last segment takes the remainder. */
export function scaleMinutes(usual: readonly number[], total: number | undefined): readonly number[] {
  if (total === undefined) return usual;
  const sum = usual.reduce((all, minutes) => all + minutes, 0);
  const scaled = usual.map((minutes) => Math.floor((minutes * total) / sum));
  const left = total - scaled.reduce((all, minutes) => all + minutes, 0);
  return scaled.map((minutes, index) => (index === scaled.length - 1 ? minutes + left : minutes));
}

const CRITERIA = ['breed', 'coat', 'size', 'species'] as const;

/** The value of the most specific matching row: breed before coat, size and species. The first of equal rows wins. */
function matrixValue<Field extends 'minutes' | 'price' | 'accepted'>(
  matrix: readonly PetMatrixRow[] | undefined,
  pet: NormalizedPet,
  field: Field,
): PetMatrixRow[Field] {
  let best: PetMatrixRow | undefined;
  let bestWeight = -1;
  for (const row of matrix ?? []) {
    const matches = CRITERIA.every((key) => row[key] === undefined || normalizeText(row[key]) === pet[key]);
    const weight = CRITERIA.reduce((sum, key) => sum * 2 + (row[key] === undefined ? 0 : 1), 0);
    if (!matches || row[field] === undefined || weight <= bestWeight) continue;
    best = row;
    bestWeight = weight;
  }
  return best?.[field];
}
