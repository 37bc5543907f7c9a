import type { FieldProblem } from '../../../../core/errors/index.js';
import { scaleMinutes } from '../../engine/index.js';
import type { PetMatrixRowDto } from './dto/service-parts.dto.js';
import { gapMinutes, toMatrixRow } from './pet-matrix.js';
import type { ServiceFields } from './service-fields.js';

/** `staff_id` null: everybody without own time and price. */
interface Performer {
  readonly staff_id: string | null;
  readonly duration_min: number;
  readonly price: number | null;
}

/** Finds people and matrix rows whose sum gives 0 minutes or less for a segment, or a price below 0. @param names full names by hex id */
export function durationProblems(service: ServiceFields, names: ReadonlyMap<string, string>): FieldProblem[] {
  const rows = service.pet_matrix.map((row, index) => ({ row, index })).filter(({ row }) => !row.refuse);
  return performersOf(service).flatMap((performer) => {
    const own = problemsOf(service, performer, undefined);
    const found = own.length > 0 ? own : rows.flatMap(({ row, index }) => problemsOf(service, performer, row, index));
    const { staff_id } = performer;
    if (staff_id === null) return found.map((message) => ({ field: 'pet_matrix', message: `pet_matrix: ${message}` }));
    const who = names.get(staff_id) ?? staff_id;
    return found.map((message) => ({ field: 'staff_overrides', message: `staff_overrides: with ${who}, ${message}` }));
  });
}

function performersOf({ duration_min, price, staff_overrides }: ServiceFields): Performer[] {
  const everybody: Performer = { staff_id: null, duration_min, price };
  const people = staff_overrides.map((own) => ({
    staff_id: own.staff_id,
    duration_min: own.duration_min ?? duration_min,
    price: own.price ?? price,
  }));
  return [everybody, ...people];
}

function problemsOf(service: ServiceFields, performer: Performer, row?: PetMatrixRowDto, index = 0): string[] {
  const adjusted = row ? toMatrixRow(row, performer) : {};
  const minutes = adjusted.minutes ?? performer.duration_min;
  const price = adjusted.price ?? performer.price ?? 0;
  const what = row ? `row ${index + 1} of pet_matrix${criteriaOf(row)}` : 'the duration';
  const shortest = Math.min(...segmentMinutes(service, minutes));
  const tooShort =
    minutes <= 0
      ? `${what} shortens the visit to ${minutes} minutes`
      : `${what} shortens a segment to ${shortest} minutes`;
  return [
    ...(shortest <= 0 ? [`${tooShort}; a visit and each of its segments must take at least 1 minute`] : []),
    ...(price < 0 ? [`${what} makes the price ${price}; a price must not be below 0`] : []),
  ];
}

function segmentMinutes(service: ServiceFields, minutes: number): readonly number[] {
  const { kind, segments, duration_min } = service;
  if (kind !== 'timed' || segments.length === 0) return [minutes];
  const usual = segments.map((segment) => segment.minutes);
  return minutes === duration_min ? usual : scaleMinutes(usual, minutes - gapMinutes(service));
}

/** Example: ` (species cat, coat long)`. */
function criteriaOf(row: PetMatrixRowDto): string {
  const named = (['species', 'size', 'coat', 'breed'] as const).filter((key) => row[key] !== null);
  return named.length > 0 ? ` (${named.map((key) => `${key} ${row[key]}`).join(', ')})` : '';
}
