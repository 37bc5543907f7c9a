import { matrixRow, newMatrixRow } from './matrix-draft.ts';
import { newStep, withoutStep } from './steps.ts';
import { serviceBody, serviceProblems } from './service-body.ts';
import { newServiceDraft, serviceDraft, type ServiceDraft } from './service-draft.ts';
import type { Service } from './services-queries.ts';

const MONEY = { currency: 'BRL', locale: 'pt-BR' };
const STORED = {
  ...{ name: 'Banho', description: null, kind: 'timed', active: true, public: false, price: 7_000 },
  ...{
    duration_min: 60,
    buffer_before_min: 0,
    buffer_after_min: 10,
    deposit: { kind: 'fixed', value: 2_500 },
    step_min: 15,
    require_staff: true,
  },
  ...{ staff_ids: ['ana'], accepted_species: ['dog'], weekdays: [1, 2, 3, 4, 5, 6, 7], half_day: false, halves: null },
  requirements: [{ resource_type_id: 'table', quantity: 2, resource_ids: ['one'], segment: 0 }],
  gates: [{ kind: 'vaccination', name: 'Raiva', mode: 'warn' }],
  ...{ lead_time_min: 60, public_lead_time_min: null, horizon_days: 30, staff_horizon_days: 365 },
  policy: {
    ...{ free_cancel_hours: 12, free_reschedule_hours: 6, late_fee_percent: 50, max_reschedules: 1 },
    no_show_fee_percent: 100,
  },
  ...{ arrival: null, pickup: null, min_nights: null, max_nights: null },
  pets: { min: 0, max: 2, plan: 'sequence', stagger_min: null, share: 1 },
  pet_matrix: [
    ...[{ species: 'dog', size: 'large', coat: null, breed: null, minutes: null, minutes_delta: -15 }].map((row) => ({
      ...{ ...row, price: 9_000, price_delta: null, refuse: false },
    })),
  ],
  segments: [
    { name: 'Banho', minutes: 20, gap_after_min: 10, staff: true, requirements: [] },
    { name: null, minutes: 30, gap_after_min: 0, staff: false, requirements: [{ resource_type_id: 'dryer' }] },
  ],
  staff_overrides: [{ staff_id: 'ana', duration_min: null, price: 9_050 }],
  add_ons: [{ key: 'nails', name: 'Unhas', minutes: 10, price: 1_500, on: 'last', requirements: [{ quantity: 1 }] }],
} as unknown as Service;

const PLACE = { resource_type_id: 'table', quantity: '1', resource_ids: [] };

const draft = (fields: Partial<ServiceDraft>): ServiceDraft => ({ ...newServiceDraft(), name: 'Bath', ...fields });

describe('a service in the form', () => {
  it('becomes the same service again', () => {
    expect(STORED).toMatchObject(serviceBody(serviceDraft(STORED, MONEY), 'BRL'));
  });

  it('keeps the keys of its add-ons and gives new ones a free key', () => {
    const { add_ons } = serviceDraft(STORED, MONEY);
    const added = ['Nails', 'Hidratação & brilho', '!'].map((name) => ({
      ...{ stored: null, name, minutes: '0', price: '5', on: 'last' as const },
    }));
    const keys = serviceBody(draft({ add_ons: [...add_ons, ...added] }), 'BRL').add_ons?.map(({ key }) => key);
    expect(keys).toEqual(['nails', 'nails-2', 'hidratacao-brilho', 'extra']);
  });

  it('drops what its kind does not have', () => {
    const stay = { min_nights: '2', half_day: true };
    expect(serviceBody(draft({ ...stay, kind: 'timed' }), 'BRL')).toMatchObject({ min_nights: null, arrival: null });
    expect(serviceBody(draft({ ...stay, kind: 'boarding' }), 'BRL')).toMatchObject({ min_nights: 2, half_day: false });
    expect(serviceBody(draft({ ...stay, kind: 'daycare' }), 'BRL').halves).toMatchObject({ morning_until: '12:00' });
  });

  it('has no problems at first, except for its name', () => {
    expect(serviceProblems(newServiceDraft(), 'BRL')).toEqual({ name: 'name' });
  });

  it('names the fields that must be changed', () => {
    const rows = [newMatrixRow(), newMatrixRow({ size: 'large', time: 'exact' }), newMatrixRow({ size: 'large' })];
    const wrong = { price: 'R$', horizon_days: '731', step_min: '7', hasChosenStaff: true, pet_matrix: rows };
    expect(serviceProblems(draft({ ...wrong, kind: 'boarding', min_nights: '3', max_nights: '2' }), 'BRL')).toEqual({
      ...{ horizon_days: 'days', price: 'amount', step_min: 'step', staff_ids: 'staff', max_nights: 'nights' },
      ...{ 'pet_matrix.0.species': 'noCriterion', 'pet_matrix.0.time': 'noEffect', 'pet_matrix.1.minutes': 'minutes' },
      ...{ 'pet_matrix.2.species': 'twice', 'pet_matrix.2.time': 'noEffect' },
    });
  });

  it('takes as long as its steps and pauses, and keeps places at their step if a step is removed', () => {
    const [soak, dry] = [newStep({ minutes: '20', pause: '5' }), newStep({ minutes: '30', pause: '9', staff: false })];
    const places = [1, 0, null].map((segment) => ({ ...PLACE, segment }));
    const split = draft({ duration_min: '60', steps: [soak, dry], requirements: places });
    expect(serviceBody(split, 'BRL')).toMatchObject({ duration_min: 55, segments: [{}, { gap_after_min: 0 }] });
    const segments = withoutStep(split, 0).requirements.map(({ segment }) => segment);
    expect(segments).toEqual([0, null, null]);
    const whole = { ...split, ...withoutStep({ ...split, ...withoutStep(split, 0) }, 0) };
    expect(serviceBody(whole, 'BRL')).toMatchObject({ duration_min: 30, segments: [] });
  });

  it('names the steps and the people that must be changed', () => {
    const own = { staff_id: 'ana', minutes: '', price: '' };
    const wrong = { steps: [newStep({ staff: false })], hasChosenStaff: true, staff_ids: ['bia'], own_terms: [own] };
    expect(serviceProblems(draft(wrong), 'BRL')).toEqual({
      ...{ duration_min: 'minutes', 'steps.0.minutes': 'minutes', 'steps.0.staff': 'stepStaff' },
      ...{ 'own_terms.0.price': 'noTerms', 'own_terms.0.staff_id': 'notChosen' },
    });
    expect(serviceBody(draft({ ...wrong, require_staff: false }), 'BRL').staff_overrides).toEqual([]);
  });

  it('ignores the numbers of a row that refuses pets', () => {
    const row = newMatrixRow({ size: 'giant', time: 'exact', minutes: '90', cost: 'more', amount: '10', refuse: true });
    expect(matrixRow(row, 'BRL')).toMatchObject({ minutes: null, price_delta: null, refuse: true });
  });
});
