import { policyOf, wrongPolicyFields } from '#web/features/booking-settings/policy-draft.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { parseMoney } from '#web/lib/money.ts';
import { parseWhole } from '#web/lib/whole-number.ts';
import { matrixProblems, type MatrixProblem, matrixRow } from './matrix-draft.ts';
import type { PricedService } from './pet-matrix.ts';
import type { AddOn, AddOnDraft, ServiceDraft, StepDraft } from './service-draft.ts';
import type { ServiceFields } from './services-queries.ts';

export type ServiceProblem =
  | MatrixProblem
  | 'name'
  | 'minutes'
  | 'step'
  | 'stepStaff'
  | 'staff'
  | 'notChosen'
  | 'noTerms'
  | 'pets'
  | 'nights'
  | 'weekdays'
  | 'days'
  | 'number';

type Segment = Schemas['SegmentDto'];

/** Stays count nights and half days; the API wants a duration all the same. */
const STAY_MIN = { boarding: 1_440, daycare: 480 };

const MIN_VISIT_MIN = 5;
/** The limit of the API. */
const MAX_HORIZON_DAYS = 730;
const MAX_PERCENT = 100;

/** The fields that decide about duration and price. A text that cannot be read counts as 0, or as no price. */
export function pricedService(draft: ServiceDraft, currency: string): PricedService {
  const own_terms = draft.require_staff ? draft.own_terms : [];
  return {
    duration_min: draft.kind === 'timed' ? visitMinutes(draft) : STAY_MIN[draft.kind],
    price: parseMoney(draft.price, currency) ?? null,
    accepted_species: draft.accepted_species,
    pet_matrix: draft.pet_matrix.map((row) => matrixRow(row, currency)),
    staff_ids: draft.hasChosenStaff ? draft.staff_ids : [],
    staff_overrides: own_terms.map(({ staff_id, minutes, price }) => ({
      staff_id,
      duration_min: (draft.kind === 'timed' && parseWhole(minutes)) || null,
      price: parseMoney(price, currency) ?? null,
    })),
  };
}

/** The minutes of a visit: all steps and the pauses between them. */
export function visitMinutes({ steps, duration_min }: Pick<ServiceDraft, 'steps' | 'duration_min'>): number {
  if (steps.length === 0) return parseWhole(duration_min) ?? 0;
  return segments(steps).reduce((sum, { minutes, gap_after_min }) => sum + minutes + gap_after_min, 0);
}

function segments(steps: readonly StepDraft[]): Segment[] {
  return steps.map(({ stored, name, minutes, pause, staff }, index) => ({
    ...{ requirements: stored?.requirements ?? [], name: name.trim() || null, staff },
    minutes: parseWhole(minutes) ?? 0,
    gap_after_min: index === steps.length - 1 ? 0 : (parseWhole(pause) ?? 0),
  }));
}

/** The service for the API; the draft must have no problems. */
export function serviceBody(draft: ServiceDraft, currency: string): ServiceFields {
  const { name, kind, active, require_staff, weekdays, plan } = draft;
  const isStay = kind !== 'timed';
  const isBoarding = kind === 'boarding';
  const half_day = kind === 'daycare' && draft.half_day;
  return {
    ...{ name: name.trim(), kind, active, public: draft.public, require_staff, weekdays },
    ...(pricedService(draft, currency) as ServiceFields),
    description: draft.description.trim() || null,
    buffer_before_min: parseWhole(draft.buffer_before_min) ?? 0,
    buffer_after_min: parseWhole(draft.buffer_after_min) ?? 0,
    step_min: parseWhole(draft.step_min) ?? 15,
    segments: isStay ? [] : segments(draft.steps),
    pets: {
      ...{ min: draft.min_pets, max: parseWhole(draft.max_pets) ?? 1, plan },
      stagger_min: plan === 'stagger' ? (parseWhole(draft.stagger_min) ?? 15) : null,
      share: isStay ? (parseWhole(draft.share) ?? 1) : 1,
    },
    arrival: isStay ? draft.arrival : null,
    pickup: isStay ? draft.pickup : null,
    min_nights: isBoarding ? (parseWhole(draft.min_nights) ?? null) : null,
    max_nights: isBoarding ? (parseWhole(draft.max_nights) ?? null) : null,
    half_day,
    halves: half_day ? draft.halves : null,
    add_ons: addOns(draft.add_ons, currency),
    requirements: draft.requirements.map((one) => ({
      ...{ ...one, quantity: parseWhole(one.quantity) ?? 1 },
      segment: isStay || draft.steps.length === 0 ? null : one.segment,
    })),
    gates: draft.gates.map((gate) => ({ ...gate, name: gate.name.trim() })),
    lead_time_min: parseWhole(draft.lead_time_min) ?? 0,
    public_lead_time_min: parseWhole(draft.public_lead_time_min) ?? null,
    horizon_days: parseWhole(draft.horizon_days) ?? 0,
    staff_horizon_days: parseWhole(draft.staff_horizon_days) ?? 0,
    deposit: deposit(draft, currency),
    policy: draft.hasPolicy ? policyOf(draft.policy) : null,
  };
}

/** Null for no deposit, and for a value that the API refuses. */
function deposit({ deposit_kind, deposit_value }: ServiceDraft, currency: string): Schemas['DepositDto'] | null {
  if (deposit_kind === '') return null;
  const isPercent = deposit_kind === 'percent';
  const value = (isPercent ? parseWhole(deposit_value) : parseMoney(deposit_value, currency)) ?? 0;
  const isGood = value >= 1 && (!isPercent || value <= MAX_PERCENT);
  return isGood ? { kind: deposit_kind, value } : null;
}

/** A stored add-on keeps its key, because appointments name it. */
function addOns(drafts: readonly AddOnDraft[], currency: string): AddOn[] {
  const keys = new Set(drafts.flatMap(({ stored }) => stored?.key ?? []));
  return drafts.map(({ stored, name, minutes, price, on }) => {
    const key = stored?.key ?? freeKey(name, keys);
    keys.add(key);
    const fields = {
      name: name.trim(),
      minutes: parseWhole(minutes) ?? 0,
      price: parseMoney(price, currency) ?? 0,
      on,
    };
    return { requirements: [], ...stored, ...fields, key };
  });
}

/** Lower-case letters and digits of the name, with a number behind it if another add-on has the same. */
function freeKey(name: string, taken: ReadonlySet<string>): string {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const key =
    plain
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-|-$/g, '')
      .slice(0, 40)
      .replace(/-$/, '') || 'extra';
  let free = key;
  for (let count = 2; taken.has(free); count += 1) free = `${key}-${count}`;
  return free;
}

/** What must be changed before the service can be saved, by the field of the form. */
export function serviceProblems(draft: ServiceDraft, currency: string): Record<string, ServiceProblem> {
  const { kind, min_nights, max_nights } = draft;
  const problems: Record<string, ServiceProblem> = { ...matrixProblems(draft.pet_matrix, currency) };
  const check = (field: string, isRight: boolean, problem: ServiceProblem) => {
    if (!isRight) problems[field] = problem;
  };
  const whole = (text: string, least = 0): boolean => (parseWhole(text) ?? -1) >= least;
  check('name', draft.name.trim() !== '', 'name');
  check('price', draft.price.trim() === '' || parseMoney(draft.price, currency) !== undefined, 'amount');
  check('deposit_value', draft.deposit_kind === '' || deposit(draft, currency) !== null, 'number');
  if (kind === 'timed') check('duration_min', visitMinutes(draft) >= MIN_VISIT_MIN, 'minutes');
  check('buffer_before_min', whole(draft.buffer_before_min), 'minutes');
  check('buffer_after_min', whole(draft.buffer_after_min), 'minutes');
  check('step_min', whole(draft.step_min, 5) && Number(draft.step_min) % 5 === 0, 'step');
  check('staff_ids', !draft.hasChosenStaff || draft.staff_ids.length > 0, 'staff');
  check('max_pets', whole(draft.max_pets, Math.max(1, draft.min_pets)), 'pets');
  Object.assign(problems, kind === 'timed' ? stepProblems(draft) : {}, ownTermsProblems(draft, currency));
  if (draft.plan === 'stagger') check('stagger_min', whole(draft.stagger_min, 5), 'step');
  if (kind !== 'timed') {
    check('share', whole(draft.share, 1) && Number(draft.share) <= Number(draft.max_pets), 'pets');
    check('weekdays', draft.weekdays.length > 0, 'weekdays');
  }
  if (kind === 'boarding') {
    check('min_nights', min_nights === '' || whole(min_nights, 1), 'nights');
    check('max_nights', max_nights === '' || whole(max_nights, Number(min_nights) || 1), 'nights');
  }
  for (const field of ['horizon_days', 'staff_horizon_days'] as const)
    check(field, whole(draft[field]) && Number(draft[field]) <= MAX_HORIZON_DAYS, 'days');
  if (draft.hasPolicy) for (const field of wrongPolicyFields(draft.policy)) check(`policy.${field}`, false, 'number');
  draft.requirements.forEach(({ quantity }, index) =>
    check(`requirements.${index}.quantity`, whole(quantity, 1), 'number'),
  );
  draft.gates.forEach(({ name }, index) => check(`gates.${index}.name`, name.trim() !== '', 'name'));
  draft.add_ons.forEach(({ name, minutes, price }, index) => {
    check(`add_ons.${index}.name`, name.trim() !== '', 'name');
    check(`add_ons.${index}.minutes`, whole(minutes), 'minutes');
    check(`add_ons.${index}.price`, parseMoney(price, currency) !== undefined, 'amount');
  });
  return problems;
}

function stepProblems({ steps, require_staff }: ServiceDraft): Record<string, ServiceProblem> {
  const problems: Record<string, ServiceProblem> = {};
  steps.forEach(({ minutes, pause }, index) => {
    if (!parseWhole(minutes)) problems[`steps.${index}.minutes`] = 'minutes';
    if (parseWhole(pause) === undefined) problems[`steps.${index}.pause`] = 'minutes';
  });
  if (require_staff && steps.length > 0 && !steps.some(({ staff }) => staff)) problems['steps.0.staff'] = 'stepStaff';
  return problems;
}

function ownTermsProblems(draft: ServiceDraft, currency: string): Record<string, ServiceProblem> {
  const { kind, require_staff, hasChosenStaff, staff_ids, own_terms } = draft;
  const problems: Record<string, ServiceProblem> = {};
  if (!require_staff) return problems;
  own_terms.forEach(({ staff_id, minutes, price }, index) => {
    const [at, usesMinutes] = [`own_terms.${index}`, kind === 'timed' && minutes.trim() !== ''];
    if (usesMinutes && !parseWhole(minutes)) problems[`${at}.minutes`] = 'minutes';
    if (price.trim() !== '' && parseMoney(price, currency) === undefined) problems[`${at}.price`] = 'amount';
    if (!usesMinutes && price.trim() === '') problems[`${at}.price`] = 'noTerms';
    if (hasChosenStaff && !staff_ids.includes(staff_id)) problems[`${at}.staff_id`] = 'notChosen';
  });
  return problems;
}
