import { moneyText } from '#web/lib/money.ts';
import { type PolicyDraft, policyDraft } from '#web/features/booking-settings/policy-draft.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { type MatrixDraft, matrixDraft, type MoneySettings } from './matrix-draft.ts';
import type { Service } from './services-queries.ts';

export type AddOn = Schemas['AddOnDto'];
type PetsRule = Schemas['PetsRuleDto'];
type Segment = Schemas['SegmentDto'];
type Halves = Schemas['HalvesDto'];

/** An add-on in the form. `stored` is the add-on as the API has it, with the fields that the form does not show. */
export interface AddOnDraft {
  stored: AddOn | null;
  name: string;
  minutes: string;
  price: string;
  on: AddOn['on'];
}

/** Places that the work takes. `segment` is the step of the work; null is all of it. */
export interface RequirementDraft {
  resource_type_id: string;
  quantity: string;
  resource_ids: string[];
  segment: number | null;
}

/** A step of the work. `stored` is the segment as the API has it, with the fields that the form does not show. */
export interface StepDraft {
  stored: Segment | null;
  name: string;
  minutes: string;
  /** Minutes until the next step, in which nobody and nothing is busy. */
  pause: string;
  /** Whether a person of the team is busy. */
  staff: boolean;
}

/** The own duration and price of a person. An empty text means as usual. */
export interface PersonTermsDraft {
  staff_id: string;
  minutes: string;
  price: string;
}

/** A service in the form. Numbers and amounts are texts, as they are typed. */
export interface ServiceDraft {
  name: string;
  description: string;
  kind: Service['kind'];
  active: boolean;
  public: boolean;
  /** Counts only without steps. */
  duration_min: string;
  steps: StepDraft[];
  buffer_before_min: string;
  buffer_after_min: string;
  step_min: string;
  price: string;
  require_staff: boolean;
  hasChosenStaff: boolean;
  staff_ids: string[];
  own_terms: PersonTermsDraft[];
  accepted_species: string[];
  min_pets: number;
  max_pets: string;
  plan: PetsRule['plan'];
  stagger_min: string;
  share: string;
  arrival: { from: string; to: string };
  pickup: { from: string; to: string };
  weekdays: number[];
  min_nights: string;
  max_nights: string;
  half_day: boolean;
  halves: Halves;
  pet_matrix: MatrixDraft[];
  add_ons: AddOnDraft[];
  requirements: RequirementDraft[];
  gates: Service['gates'];
  lead_time_min: string;
  /** Empty: the same as `lead_time_min`. */
  public_lead_time_min: string;
  horizon_days: string;
  staff_horizon_days: string;
  /** Empty: no deposit. */
  deposit_kind: '' | 'fixed' | 'percent';
  /** An amount, or a percentage of the price. */
  deposit_value: string;
  /** Whether the service has a policy of its own. */
  hasPolicy: boolean;
  policy: PolicyDraft;
}

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];
const ALL_DAY_DOOR = { from: '08:00', to: '18:00' };
const FREE_FOR_A_DAY: PolicyDraft = {
  ...{ free_cancel_hours: '24', free_reschedule_hours: '24', late_fee_percent: '0', max_reschedules: '3' },
  no_show_fee_percent: '0',
};
const NOON_HALVES = { morning_until: '12:00', afternoon_arrival: { from: '12:00', to: '14:00' } };

export const newServiceDraft = (): ServiceDraft => ({
  ...{ name: '', description: '', kind: 'timed', active: true, public: true, price: '' },
  ...{ duration_min: '60', steps: [], buffer_before_min: '0', buffer_after_min: '0', step_min: '15' },
  ...{ require_staff: true, hasChosenStaff: false, staff_ids: [], own_terms: [], accepted_species: [] },
  ...{ min_pets: 0, max_pets: '1', plan: 'parallel', stagger_min: '15', share: '1' },
  ...{ arrival: ALL_DAY_DOOR, pickup: ALL_DAY_DOOR, weekdays: EVERY_DAY, min_nights: '', max_nights: '' },
  ...{ half_day: false, halves: NOON_HALVES, pet_matrix: [], add_ons: [], requirements: [], gates: [] },
  ...{ lead_time_min: '0', public_lead_time_min: '', horizon_days: '60', staff_horizon_days: '730' },
  ...{ deposit_kind: '', deposit_value: '' },
  ...{ hasPolicy: false, policy: FREE_FOR_A_DAY },
});

function depositDraft(
  { deposit }: Service,
  amount: (value: number) => string,
): Pick<ServiceDraft, 'deposit_kind' | 'deposit_value'> {
  if (!deposit) return { deposit_kind: '', deposit_value: '' };
  const { kind, value } = deposit;
  return { deposit_kind: kind, deposit_value: kind === 'fixed' ? amount(value) : String(value) };
}

export function serviceDraft(service: Service, money: MoneySettings): ServiceDraft {
  const { name, kind, active, require_staff, staff_ids, accepted_species, pets, weekdays, half_day } = service;
  const amount = (value: number): string => moneyText(value, money.currency, money.locale);
  return {
    ...{ name, kind, active, require_staff, staff_ids, accepted_species, weekdays, half_day, public: service.public },
    description: service.description ?? '',
    ...depositDraft(service, amount),
    duration_min: String(service.duration_min),
    steps: service.segments.map((stored) => ({
      ...{ stored, name: stored.name ?? '', minutes: String(stored.minutes), staff: stored.staff },
      pause: String(stored.gap_after_min ?? 0),
    })),
    buffer_before_min: String(service.buffer_before_min),
    buffer_after_min: String(service.buffer_after_min),
    step_min: String(service.step_min),
    price: service.price === null ? '' : amount(service.price),
    hasChosenStaff: staff_ids.length > 0,
    own_terms: service.staff_overrides.map(({ staff_id, duration_min, price }) => ({
      ...{ staff_id, minutes: String(duration_min ?? '') },
      price: typeof price === 'number' ? amount(price) : '',
    })),
    min_pets: pets.min,
    max_pets: String(pets.max),
    plan: pets.plan,
    stagger_min: String(pets.stagger_min ?? 15),
    share: String(pets.share),
    arrival: service.arrival ?? ALL_DAY_DOOR,
    pickup: service.pickup ?? ALL_DAY_DOOR,
    min_nights: String(service.min_nights ?? ''),
    max_nights: String(service.max_nights ?? ''),
    halves: service.halves ?? NOON_HALVES,
    pet_matrix: service.pet_matrix.map((row) => matrixDraft(row, money)),
    add_ons: service.add_ons.map((stored) => ({
      ...{ stored, name: stored.name, minutes: String(stored.minutes), price: amount(stored.price), on: stored.on },
    })),
    requirements: service.requirements.map((one) => ({
      ...one,
      quantity: String(one.quantity),
      segment: one.segment ?? null,
    })),
    gates: service.gates,
    lead_time_min: String(service.lead_time_min),
    public_lead_time_min: String(service.public_lead_time_min ?? ''),
    horizon_days: String(service.horizon_days),
    staff_horizon_days: String(service.staff_horizon_days),
    hasPolicy: service.policy !== null,
    policy: service.policy ? policyDraft(service.policy) : FREE_FOR_A_DAY,
  };
}
