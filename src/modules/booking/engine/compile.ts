/** Reads the rules once: texts become numbers, ids become indexes, contradictions are refused. */
import { type CellKind, poolBookable, unitBookable } from './cells.js';
import type {
  BoardingRules,
  BookingRules,
  ClosureEffect,
  DaycareRules,
  Period,
  QuotaRules,
  ResourceRules,
  ResourceTypeRules,
  ServiceRules,
  StaffRules,
} from './rules.js';
import { minuteRoundedUp, minuteOf, wallMinuteOf } from './time/local-time.js';
import { ZoneTable } from './time/zone-table.js';
import { type DayWindow, readSchedule, readWindow, type Schedule } from './windows.js';

export interface MinutePeriod {
  readonly from: number;
  readonly to: number;
}

export interface StaffMember {
  readonly id: string;
  readonly schedule: Schedule;
  readonly timeOff: readonly MinutePeriod[];
  readonly leastGapMinutes: number;
}

export interface Resource {
  readonly rules: ResourceRules;
  readonly type: ResourceTypeRules;
  readonly bookable: string;
  readonly capacity: number;
}

export interface Closure extends MinutePeriod {
  readonly forbids: ReadonlySet<ClosureEffect>;
}

export interface HalfDay {
  readonly arrival: DayWindow;
  readonly until: number;
}

export interface Daycare {
  readonly length: DaycareRules['length'];
  readonly arrivals: Schedule;
  readonly halves: readonly [HalfDay, HalfDay];
}

export interface Service {
  readonly rules: ServiceRules;
  readonly boarding?: { readonly arrivals: Schedule; readonly departures: Schedule };
  readonly daycare?: Daycare;
}

export interface CompiledRules {
  readonly rules: BookingRules;
  readonly zone: ZoneTable;
  readonly staff: readonly StaffMember[];
  readonly resources: readonly Resource[];
  readonly services: ReadonlyMap<string, Service>;
  readonly closures: readonly Closure[];
  readonly quotas: readonly QuotaRules[];
}

const ALL_EFFECTS: readonly ClosureEffect[] = ['service', 'arrival', 'departure', 'night'];

/** @throws RangeError that names the contradiction in the rules */
export function compileRules(rules: BookingRules): CompiledRules {
  const zone = ZoneTable.of(rules.time_zone);
  const types = new Map((rules.resource_types ?? []).map((type) => [type.id, type]));
  return {
    rules,
    zone,
    staff: rules.staff.map((staff) => readStaff(staff, rules.time_zone)),
    resources: (rules.resources ?? []).map((resource) => readResource(resource, types)),
    services: new Map(rules.services.map((service) => [service.id, readService(service, rules.time_zone, types)])),
    closures: (rules.closures ?? []).map((closure) => ({
      ...readPeriod(closure),
      forbids: new Set(closure.forbids ?? ALL_EFFECTS),
    })),
    quotas: rules.quotas ?? [],
  };
}

const readPeriod = ({ starts_at, ends_at }: Period): MinutePeriod => ({
  from: minuteOf(starts_at),
  to: minuteRoundedUp(ends_at),
});

const readStaff = (staff: StaffRules, zone: string): StaffMember => ({
  id: staff.id,
  schedule: readSchedule(staff.schedule, zone),
  timeOff: (staff.time_off ?? []).map(readPeriod),
  leastGapMinutes: staff.least_gap_min ?? 0,
});

function readResource(rules: ResourceRules, types: ReadonlyMap<string, ResourceTypeRules>): Resource {
  const type = types.get(rules.resource_type_id);
  if (!type) throw new RangeError(`resource ${rules.id} has an unknown type`);
  return {
    rules,
    type,
    bookable: type.kind === 'unit' ? unitBookable(rules.id) : poolBookable(rules.id),
    capacity: type.kind === 'unit' ? 1 : (rules.capacity ?? 1),
  };
}

const STAY_CELL: Readonly<Record<'boarding' | 'daycare', CellKind>> = { boarding: 'night', daycare: 'half_day' };

function readService(rules: ServiceRules, zone: string, types: ReadonlyMap<string, ResourceTypeRules>): Service {
  const { id, kind = 'timed', boarding, daycare } = rules;
  const refuse = (reason: string): never => {
    throw new RangeError(`service ${id} ${reason}`);
  };
  const parts = [...(rules.segments ?? []), ...(rules.add_ons ?? []), rules];
  for (const { resource_type_id } of parts.flatMap(({ requirements = [] }) => requirements)) {
    const type = types.get(resource_type_id) ?? refuse(`requires an unknown resource type`);
    if (kind !== 'timed' && type.cell !== STAY_CELL[kind])
      refuse(`must use resources with cells of ${STAY_CELL[kind]}`);
  }
  if (kind === 'timed' && !rules.segments?.length && !((rules.duration_min ?? 0) > 0)) refuse('has no duration');
  if (kind === 'timed' && (rules.share ?? 1) > 1) refuse('is not a stay, so pets cannot share');
  if (kind === 'boarding') return { rules, boarding: readBoarding(boarding ?? refuse('has no arrivals'), zone) };
  if (kind === 'daycare') return { rules, daycare: readDaycare(daycare ?? refuse('has no half-days'), zone) };
  return { rules };
}

const readBoarding = ({ arrivals, departures }: BoardingRules, zone: string): Service['boarding'] => ({
  arrivals: readSchedule(arrivals, zone),
  departures: readSchedule(departures, zone),
});

function readDaycare({ length, weekdays, morning, afternoon }: DaycareRules, zone: string): Daycare {
  const windows = length === 'full' ? [morning.arrival] : [morning.arrival, afternoon.arrival];
  const half = (part: DaycareRules['morning']): HalfDay => ({
    arrival: readWindow(part.arrival),
    until: wallMinuteOf(part.until),
  });
  return {
    length,
    arrivals: readSchedule({ weekly: weekdays.map((weekday) => ({ weekday, windows })) }, zone),
    halves: [half(morning), half(afternoon)],
  };
}
