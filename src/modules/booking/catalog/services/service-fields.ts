import type { Types } from 'mongoose';
import { toObjectId } from '../../../../core/tenancy/index.js';
import type { CreateServiceDto, UpdateServiceDto } from './dto/service-input.dto.js';
import type { BookableService } from './service.schema.js';

export type ServiceFields = Omit<BookableService, '_id' | 'company_id' | 'created_at' | 'updated_at' | 'revision'>;

const ALL_WEEK = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY_DOOR = { from: '08:00', to: '18:00' };
const NOON_HALVES = { morning_until: '12:00', afternoon_arrival: { from: '12:00', to: '14:00' } };

const DEFAULTS: Omit<
  ServiceFields,
  'name' | 'duration_min' | 'kind' | 'require_staff' | 'arrival' | 'pickup' | 'halves'
> = {
  description: null,
  buffer_before_min: 0,
  buffer_after_min: 0,
  step_min: 15,
  lead_time_min: 0,
  public_lead_time_min: null,
  horizon_days: 60,
  staff_horizon_days: 730,
  price: null,
  staff_ids: [],
  staff_overrides: [],
  requirements: [],
  segments: [],
  pets: { min: 0, max: 1, plan: 'parallel', stagger_min: null, share: 1 },
  accepted_species: [],
  pet_matrix: [],
  add_ons: [],
  gates: [],
  policy: null,
  deposit: null,
  active: true,
  public: true,
  weekdays: ALL_WEEK,
  min_nights: null,
  max_nights: null,
  half_day: false,
};

/** Sets the defaults, some of which depend on the kind. */
export function newService({ kind = 'timed', ...given }: CreateServiceDto): ServiceFields {
  const door = kind === 'timed' ? null : ALL_DAY_DOOR;
  const defaults = {
    ...DEFAULTS,
    require_staff: kind === 'timed',
    arrival: door,
    pickup: door,
    halves: kind === 'daycare' && given.half_day ? NOON_HALVES : null,
  };
  return { ...defaults, ...given, kind, staff_ids: objectIds(given.staff_ids ?? []) };
}

export function changedFields({ staff_ids, ...given }: UpdateServiceDto): Partial<ServiceFields> {
  return { ...given, ...(staff_ids ? { staff_ids: objectIds(staff_ids) } : {}) };
}

/** All resource types and resources that a service names. */
export function resourcesNamedBy({ requirements, segments, add_ons }: ServiceFields): {
  types: Set<string>;
  resources: Set<string>;
} {
  const all = [
    requirements,
    ...segments.map((one) => one.requirements),
    ...add_ons.map((one) => one.requirements),
  ].flat();
  return {
    types: new Set(all.map(({ resource_type_id }) => resource_type_id)),
    resources: new Set(all.flatMap(({ resource_ids }) => resource_ids)),
  };
}

function objectIds(ids: readonly string[]): Types.ObjectId[] {
  return ids.map((id) => toObjectId(id, 'staff_ids'));
}
