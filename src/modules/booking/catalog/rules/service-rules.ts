import type {
  AddOnRules,
  BoardingRules,
  DaycareRules,
  PetMatrixRow,
  RequirementRules,
  SegmentRules,
  ServiceRules,
} from '../../engine/index.js';
import type { ResourceType } from '../resources/resource-type.schema.js';
import { type DoorHoursDto, PetMatrixRowDto, type RequirementDto } from '../services/dto/service-parts.dto.js';
import type { BookableService } from '../services/service.schema.js';
import { gapMinutes, toMatrixRow } from '../services/pet-matrix.js';
import { resourcesNamedBy } from '../services/service-fields.js';
import { fitsKind } from '../services/service-rules.js';

const NOON = '12:00';
const AFTERNOON = { from: '12:00', to: '14:00' };

/** False if a resource type of the service was deleted or changed at the same moment. */
export function isOfferable(service: BookableService, types: ReadonlyMap<string, ResourceType>): boolean {
  return [...resourcesNamedBy(service).types].every((id) => {
    const type = types.get(id);
    return type !== undefined && fitsKind(service.kind, type);
  });
}

/** The service with one person's own duration and price; the pet matrix applies afterwards. */
export function withStaffOverride(service: BookableService, staffId: string): BookableService {
  const own = service.staff_overrides.find(({ staff_id }) => staff_id === staffId);
  if (!own) return service;
  const { duration_min, price } = own;
  const anyPet = Object.assign(new PetMatrixRowDto(), { minutes: duration_min });
  return {
    ...service,
    duration_min: duration_min ?? service.duration_min,
    price: price ?? service.price,
    // A row for any pet replaces the total, so segments keep their proportions. Rows of the service count before it.
    pet_matrix: duration_min === null ? service.pet_matrix : [...service.pet_matrix, anyPet],
  };
}

export function toServiceRules(service: BookableService): ServiceRules {
  const { kind, lead_time_min, public_lead_time_min, price, accepted_species } = service;
  return {
    id: service._id.toHexString(),
    kind,
    buffer_before_min: service.buffer_before_min,
    buffer_after_min: service.buffer_after_min,
    step_min: service.step_min,
    lead_time_min: public_lead_time_min ?? lead_time_min,
    staff_lead_time_min: lead_time_min,
    horizon_days: service.horizon_days,
    staff_horizon_days: service.staff_horizon_days,
    ...(price === null ? {} : { price }),
    staff_ids: service.staff_ids.map((id) => id.toHexString()),
    requirements: service.requirements.filter(({ segment }) => segment === null).map(toRequirement),
    ...(accepted_species.length > 0 ? { accepts: { species: accepted_species } } : {}),
    pet_matrix: service.pet_matrix.map((row) => withoutGaps(toMatrixRow(row, service), service)),
    add_ons: service.add_ons.map(({ key, minutes, price: cost, on, requirements }): AddOnRules => ({
      id: key,
      minutes,
      price: cost,
      every_night: on === 'every',
      requirements: requirements.map(toRequirement),
    })),
    ...(kind === 'timed' ? { segments: segmentsOf(service) } : {}),
    ...(kind === 'timed' ? {} : { share: service.pets.share }),
    ...(kind === 'boarding' ? { boarding: boardingOf(service) } : {}),
    ...(kind === 'daycare' ? { daycare: daycareOf(service) } : {}),
  };
}

/** The engine scales the segments alone and keeps the gaps; a row names the length of the whole visit. */
function withoutGaps(row: PetMatrixRow, service: BookableService): PetMatrixRow {
  return row.minutes === undefined ? row : { ...row, minutes: row.minutes - gapMinutes(service) };
}

function segmentsOf({ segments, duration_min, require_staff, requirements }: BookableService): SegmentRules[] {
  const whole = { minutes: duration_min, gap_after_min: 0, staff: require_staff, requirements: [] };
  // Services stored by older versions may need staff without a segment that says so.
  const isStaffed = segments.some(({ staff }) => staff);
  return (segments.length > 0 ? segments : [whole]).map((part, index) => ({
    minutes: part.minutes,
    gap_after_min: part.gap_after_min,
    staff: require_staff && (part.staff || !isStaffed) ? 'lead' : 'none',
    requirements: [...part.requirements, ...requirements.filter(({ segment }) => segment === index)].map(toRequirement),
  }));
}

function toRequirement({ resource_type_id, quantity, resource_ids }: RequirementDto): RequirementRules {
  return { resource_type_id, quantity, resource_ids };
}

function boardingOf({ weekdays, arrival, pickup }: BookableService): BoardingRules {
  const open = (door: DoorHoursDto | null): BoardingRules['arrivals'] => ({
    weekly: weekdays.map((weekday) => ({ weekday, windows: door ? [door] : [] })),
  });
  return { arrivals: open(arrival), departures: open(pickup) };
}

function daycareOf({ weekdays, half_day, halves, arrival, pickup }: BookableService): DaycareRules {
  const door = arrival ?? { from: '00:00', to: NOON };
  return {
    length: half_day ? 'half' : 'full',
    weekdays,
    morning: { arrival: door, until: halves?.morning_until ?? NOON },
    afternoon: { arrival: halves?.afternoon_arrival ?? AFTERNOON, until: pickup?.to ?? '24:00' },
  };
}
