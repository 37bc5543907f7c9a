import { AppError, type FieldProblem } from '../../../../core/errors/index.js';
import type { ResourceCell, ResourceType } from '../resources/resource-type.schema.js';
import { durationProblems } from './duration-rules.js';
import type { ServiceKind } from './service.schema.js';
import type { ServiceFields } from './service-fields.js';

type Rule = (service: ServiceFields) => FieldProblem | false;

/** Rules between fields; all are checked after every change. */
const RULES: readonly Rule[] = [
  ({ segments, duration_min }) =>
    segments.length > 0 &&
    segments.reduce((sum, { minutes, gap_after_min }) => sum + minutes + gap_after_min, 0) !== duration_min &&
    problem('segments', 'minutes and gaps must add up to duration_min'),
  ({ segments }) =>
    (segments.at(-1)?.gap_after_min ?? 0) > 0 && problem('segments', 'the last segment must not have a gap after it'),
  ({ segments, require_staff }) =>
    require_staff &&
    segments.length > 0 &&
    !segments.some(({ staff }) => staff) &&
    problem('segments', 'at least one segment must have staff: true, unless require_staff is false'),
  ({ segments, kind }) =>
    segments.length > 0 && kind !== 'timed' && problem('segments', 'segments are only for timed services'),
  ({ requirements, segments }) =>
    requirements.some(({ segment }) => segment !== null && segment >= Math.max(1, segments.length)) &&
    problem('requirements', 'segment must be the index of a segment'),
  ({ pets }) => pets.min > pets.max && problem('pets', 'min must not be above max'),
  ({ pets }) =>
    (pets.plan === 'stagger') !== (pets.stagger_min !== null) &&
    problem('pets', 'stagger_min must be set with the plan stagger, and only with it'),
  ({ pets, kind }) =>
    pets.share > 1 && kind === 'timed' && problem('pets', 'pets share a unit in boarding and daycare only'),
  ({ pets }) => pets.share > pets.max && problem('pets', 'share must not be above max'),
  ({ pet_matrix }) =>
    pet_matrix.some((row) => row.minutes !== null && row.minutes_delta !== null) &&
    problem('pet_matrix', 'a row must not have both minutes and minutes_delta'),
  ({ pet_matrix }) =>
    pet_matrix.some((row) => row.price !== null && row.price_delta !== null) &&
    problem('pet_matrix', 'a row must not have both price and price_delta'),
  ({ pet_matrix }) =>
    hasTwice(
      pet_matrix.map(({ species, size, coat, breed }) => JSON.stringify([species, size, coat, breed]).toLowerCase()),
    ) && problem('pet_matrix', 'two rows match the same pets; remove one'),
  ({ add_ons }) =>
    hasTwice(add_ons.map(({ key }) => key)) && problem('add_ons', 'two add-ons have the same key; use different keys'),
  ({ deposit }) =>
    deposit?.kind === 'percent' && deposit.value > 100 && problem('deposit', 'must be at most 100 percent'),
  ({ gates }) =>
    hasTwice(gates.map(({ kind, name }) => `${kind} ${name.toLowerCase()}`)) &&
    problem('gates', 'two gates have the same kind and name; remove one'),
  ({ staff_overrides }) =>
    hasTwice(staff_overrides.map(({ staff_id }) => staff_id)) &&
    problem('staff_overrides', 'a staff member has two overrides; remove one'),
  ({ staff_overrides, staff_ids }) =>
    staff_ids.length > 0 &&
    staff_overrides.some(({ staff_id }) => !staff_ids.some((id) => id.toHexString() === staff_id)) &&
    problem('staff_overrides', 'an override names a person who is not in staff_ids'),
  ({ kind, arrival, pickup }) =>
    kind !== 'timed' && (!arrival || !pickup) && problem('arrival', `${kind} needs arrival and pickup hours`),
  ({ arrival }) => isEmptyDoor(arrival) && problem('arrival', 'must end after its start'),
  ({ pickup }) => isEmptyDoor(pickup) && problem('pickup', 'must end after its start'),
  ({ halves }) => isEmptyDoor(halves?.afternoon_arrival) && problem('halves', 'the arrival must end after its start'),
  ({ kind, half_day, halves }) =>
    half_day && (kind !== 'daycare' || !halves) && problem('half_day', 'is only for daycare, and needs halves'),
  ({ kind, weekdays }) =>
    kind !== 'timed' && weekdays.length === 0 && problem('weekdays', 'must contain at least one day'),
  ({ kind, min_nights, max_nights }) =>
    kind !== 'boarding' && (min_nights ?? max_nights) !== null && problem('min_nights', 'nights are only for boarding'),
  ({ min_nights, max_nights }) =>
    min_nights !== null &&
    max_nights !== null &&
    min_nights > max_nights &&
    problem('min_nights', 'must not be above max_nights'),
];

/** @param names full names by hex id, for the texts @throws AppError VALIDATION_ERROR with every broken rule */
export function assertServiceRules(service: ServiceFields, names: ReadonlyMap<string, string>): void {
  const broken = RULES.map((rule) => rule(service)).filter((found) => found !== false);
  broken.push(...durationProblems(service, names));
  if (broken.length > 0) throw AppError.validation(broken);
}

/** Stays count in the cells of their resources. */
const STAY_CELLS: Readonly<Record<ServiceKind, ResourceCell | null>> = {
  timed: null,
  boarding: 'night',
  daycare: 'half_day',
};

export function fitsKind(kind: ServiceKind, { cell }: Pick<ResourceType, 'cell'>): boolean {
  return STAY_CELLS[kind] === null || STAY_CELLS[kind] === cell;
}

/** @throws AppError VALIDATION_ERROR */
export function assertTypesFit(kind: ServiceKind, types: readonly ResourceType[]): void {
  const misfit = types.find((type) => !fitsKind(kind, type));
  if (misfit)
    throw AppError.validation([problem('requirements', `${kind} cannot use resources with cells of ${misfit.cell}`)]);
}

function problem(field: string, message: string): FieldProblem {
  return { field, message: `${field}: ${message}` };
}

function hasTwice(keys: readonly string[]): boolean {
  return new Set(keys).size < keys.length;
}

function isEmptyDoor(door: { from: string; to: string } | null | undefined): boolean {
  return door !== null && door !== undefined && door.to <= door.from;
}
