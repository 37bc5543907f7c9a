import {
  chosenVisit,
  confirmBody,
  describedPet,
  type Draft,
  holdBody,
  missingOf,
  NEW_DRAFT,
  NEW_PET,
  partsOfDay,
  reachableStep,
  visitQuery,
  weightOf,
  withService,
} from './draft.ts';
import type { AskedTraits, BookableService, Hold } from './visitor-api.ts';

const traits: AskedTraits = { species: ['dog'], other_species: true, weight: true, sizes: [], coats: [], breeds: [] };
const dog = { ...NEW_PET, name: ' Toby ', species: 'dog', weight: '7,5' };
const hold = { _id: 'h1', service_id: 's1' } as Hold;
const draft: Draft = { ...NEW_DRAFT, pets: [dog], serviceId: 's1' };
const held: Draft = { ...draft, hold, heldFor: chosenVisit(draft) };
const otherExtras: Draft = { ...held, addOns: ['nails'] };

describe('the answers of a visitor', () => {
  it.each([
    ['8', 8],
    ['7,5', 7.5],
    [' 0.1 ', 0.1],
    ['500', 500],
    ['501', undefined],
    ['0', undefined],
    ['8 kg', undefined],
    ['', undefined],
  ])('read the weight "%s"', (text, kg) => {
    expect(weightOf(text)).toBe(kg);
  });

  it('miss only what decides about something', () => {
    expect(missingOf(NEW_PET, traits)).toBe('species');
    expect(missingOf({ ...dog, weight: '' }, traits)).toBe('weight');
    expect(missingOf({ ...dog, weight: '' }, { ...traits, weight: false })).toBeUndefined();
  });

  it('describe a pet without what is not known', () => {
    expect(describedPet(dog)).toEqual({ species: 'dog', weight_kg: 7.5 });
    expect(describedPet({ ...dog, coat: 'long', breed: ' Poodle ' })).toMatchObject({ coat: 'long', breed: 'Poodle' });
  });

  it('make the query and the body of a hold with the same pets and extras', () => {
    const asked = { ...draft, addOns: ['nails', 'bow'], nights: 2, staffId: 'p1', hold };
    expect(Object.fromEntries(new URLSearchParams(visitQuery(asked)))).toEqual({
      service_id: 's1',
      pets: '[{"species":"dog","weight_kg":7.5}]',
      add_ons: 'nails,bow',
      nights: '2',
      staff_id: 'p1',
    });
    expect(holdBody(asked, '2030-01-07T09:00:00Z', 'key')).toEqual({
      service_id: 's1',
      starts_at: '2030-01-07T09:00:00Z',
      pets: [{ species: 'dog', weight_kg: 7.5 }],
      client_key: 'key',
      add_ons: ['nails', 'bow'],
      nights: 2,
      staff_id: 'p1',
      replaces: 'h1',
    });
  });

  it('make a confirmation without empty fields', () => {
    const contact = { full_name: ' Dora ', email: 'dora@example.com', phone: ' ' };
    expect(confirmBody({ ...draft, contact }, { code: '123456' })).toEqual({
      contact: { full_name: 'Dora', email: 'dora@example.com' },
      pets: [{ name: 'Toby', species: 'dog', weight_kg: 7.5 }],
      code: '123456',
    });
  });

  it('forget extras of another service', () => {
    const other = { _id: 's2', kind: 'boarding', min_nights: 3 } as BookableService;
    expect(withService({ ...draft, addOns: ['nails'], staffId: 'p1' }, other)).toMatchObject({
      serviceId: 's2',
      addOns: [],
      staffId: null,
      nights: 3,
    });
    expect(withService({ ...draft, addOns: ['nails'] }, { ...other, _id: 's1' }).addOns).toEqual(['nails']);
  });

  it.each([
    ['code', held, 'details'],
    ['details', otherExtras, 'time'],
    ['details', draft, 'time'],
    ['time', { ...draft, serviceId: null }, 'service'],
    ['service', NEW_DRAFT, 'pets'],
    ['service', { ...draft, hold }, 'service'],
  ] as const)('lead to the step %s only after the steps before it', (wanted, answers, shown) => {
    expect(reachableStep(wanted, answers, traits)).toBe(shown);
  });
});

it('partsOfDay leaves out parts without times', () => {
  const slots = ['08', '11', '19'].map((hour) => ({ starts_at: hour, ends_at: hour, staff_ids: [] }));
  expect(partsOfDay(slots, Number).map(({ part, slots: own }) => [part, own.length])).toEqual([
    ['morning', 2],
    ['evening', 1],
  ]);
});
