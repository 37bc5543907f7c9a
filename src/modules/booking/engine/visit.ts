import { MINUTES_A_DAY } from './cells.js';
import type { CompiledRules, Service } from './compile.js';
import { MAX_NIGHTS } from './grid-layout.js';
import { requirementsOf } from './requirements.js';
import { normalizePet } from './pets.js';
import { acceptsPet, quoteLine, segmentsOf, scaleMinutes } from './pricing.js';
import type { Line, Part, PetRequest, Visit, SearchRequest } from './visit.types.js';
import { toBaseMinutes } from './windows.js';

export const MAX_PETS = 6;
const DEFAULT_STEP_MIN = 15;
const DEFAULT_HORIZON_DAYS = 60;
const STAFF_HORIZON_DAYS = 730;

/**
 * @param offset minutes between the start of a cell and the start of the visit
 * @throws RangeError for an unknown service or add-on, or an impossible number
 */
export function resolveVisit(compiled: CompiledRules, request: SearchRequest, offset = 0): Visit {
  const service = serviceOf(compiled, request.service_id);
  const { rules } = service;
  const kind = rules.kind ?? 'timed';
  const pets = request.pets?.length ? request.pets : [{}];
  const nights = request.nights ?? 1;
  if (pets.length > MAX_PETS) throw new RangeError(`a visit has at most ${MAX_PETS} pets`);
  if (!(nights >= 1 && nights <= MAX_NIGHTS)) throw new RangeError(`nights must be between 1 and ${MAX_NIGHTS}`);
  const lines = placeLines(compiled, request, pets, offset);
  if (lines.some((line) => (line.service.rules.kind ?? 'timed') !== kind))
    throw new RangeError('all services of a visit must be of the same kind');
  const minutes = Math.max(...lines.map(({ end }) => end));
  if (minutes > MINUTES_A_DAY) throw new RangeError('a visit must not take more than 24 hours');
  const isStaff = request.channel === 'staff';
  return {
    ...requirementsOf(compiled, lines, request),
    service,
    lines,
    isStay: kind !== 'timed',
    minutes,
    nights,
    now: request.now,
    step: toBaseMinutes(rules.step_min ?? DEFAULT_STEP_MIN),
    leadTimeMinutes: (isStaff ? rules.staff_lead_time_min : rules.lead_time_min) ?? 0,
    horizonDays: isStaff
      ? (rules.staff_horizon_days ?? STAFF_HORIZON_DAYS)
      : (rules.horizon_days ?? DEFAULT_HORIZON_DAYS),
    arePetsAccepted: lines.every(({ service: { rules: wanted }, pet }) => acceptsPet(wanted, pet)),
    hasPositiveDurations: lines.every(({ parts }) => parts.every(({ from, to }) => to > from)),
  };
}

function serviceOf(compiled: CompiledRules, id: string): Service {
  const service = compiled.services.get(id);
  if (!service) throw new RangeError(`service ${id} does not exist`);
  return service;
}

function placeLines(
  compiled: CompiledRules,
  request: SearchRequest,
  pets: readonly PetRequest[],
  offset: number,
): Line[] {
  const lines: Line[] = [];
  for (const pet of pets) {
    const service = serviceOf(compiled, pet.service_id ?? request.service_id);
    lines.push(
      lineOf(compiled, pet, service, {
        start: startOfNext(lines, service, request, offset),
        nights: request.nights ?? 1,
      }),
    );
  }
  return lines;
}

function startOfNext(lines: readonly Line[], { rules }: Service, request: SearchRequest, offset: number): number {
  const last = lines[lines.length - 1];
  if (!last || (rules.kind ?? 'timed') !== 'timed') return offset;
  if (request.arrangement === 'stagger') return last.start + toBaseMinutes(request.stagger_min ?? 0);
  if (request.arrangement !== 'sequence') return offset;
  return toBaseMinutes(last.end + (last.service.rules.buffer_after_min ?? 0) + (rules.buffer_before_min ?? 0));
}

interface LineStart {
  readonly start: number;
  readonly nights: number;
}

function lineOf(compiled: CompiledRules, request: PetRequest, service: Service, { start, nights }: LineStart): Line {
  const pet = normalizePet(request, compiled.rules.sizes ?? []);
  const addOns = (request.add_on_ids ?? []).map((id) => {
    const addOn = service.rules.add_ons?.find((known) => known.id === id);
    if (!addOn) throw new RangeError(`service ${service.rules.id} has no add-on ${id}`);
    return addOn;
  });
  const times = service.boarding ? nights : 1;
  const { segmentMinutes, price } = quoteLine(service.rules, pet, addOns, times);
  const lengths = request.minutes === undefined ? segmentMinutes : scaleMinutes(segmentMinutes, request.minutes);
  const parts: Part[] = [];
  let at = start;
  let end = start;
  segmentsOf(service.rules).forEach(({ gap_after_min = 0, staff = 'lead', requirements = [] }, index) => {
    end = at + (lengths[index] ?? 0);
    parts.push({ from: at, to: end, staff, requirements });
    at = end + gap_after_min;
  });
  const asked = request.staff_id === undefined ? {} : { staffId: request.staff_id };
  return { pet, petId: request.id ?? null, ...asked, service, addOns, start, end, parts, price };
}
