import { factsOf } from '../../../../../test/builders/flow-graphs.js';
import type { FlowFacts, Json } from '../core.types.js';
import type { ConditionData } from '../graph.js';
import { templateValues } from '../texts.js';
import { isTrue } from './conditions.js';

/** Still 29 November in São Paulo. */
const now = new Date('2026-11-30T02:00:00Z');
const holds = (
  condition: ConditionData,
  changes: Partial<FlowFacts> = {},
  vars: Record<string, Json> = {},
): boolean => {
  const facts = factsOf(changes);
  return isTrue(condition, { facts, values: templateValues(facts, vars), now });
};

it.each<[ConditionData, Partial<FlowFacts>, boolean]>([
  [{ kind: 'keyword', words: ['bath'] }, { last_text: 'a Bath' }, true],
  [{ kind: 'keyword', words: ['bath'] }, { last_text: 'bathroom' }, false],
  [{ kind: 'keyword' }, { last_text: 'bath' }, false],
  [{ kind: 'tag', tag: 'vip' }, {}, true],
  [{ kind: 'tag', tag: 'new' }, {}, false],
  [{ kind: 'business_hours' }, {}, true],
  [{ kind: 'business_hours' }, { is_open_now: false }, false],
  [{ kind: 'window_open' }, {}, true],
  [{ kind: 'window_open' }, { is_window_open: false }, false],
])('%j is %s', (condition, changes, expected) => {
  expect(holds(condition, changes)).toBe(expected);
});

type Operator = NonNullable<ConditionData['operator']>;

it.each<[Json, Operator, string, boolean]>([
  ['Blue', 'equals', 'blue', true],
  ['blue', 'equals', 'red', false],
  [5, 'equals', '5.0', true],
  ['5,0', 'equals', '5', true],
  ['05', 'equals', '5', true],
  [true, 'equals', 'true', true],
  ['', 'equals', '', true],
  ['👍', 'equals', '👎', false],
  ['blue', 'not_equals', 'red', true],
  ['Maria', 'equals', '{{contact.first_name}}', true],
  ['dark blue', 'contains', 'BLUE', true],
  ['blue', 'contains', '', false],
  [['a', 'b'], 'contains', 'B', true],
  [['ab'], 'contains', 'a', false],
  [10, 'greater', '9', true],
  ['10', 'greater', '9', true],
  ['10', 'less', '9', false],
  ['ten', 'greater', '9', false],
  ['2026-12-01', 'greater', '2026-11-30', true],
  ['2026-12-01', 'greater', '01/02/2027', false],
  ['2026-11-28', 'less', 'today', true],
  ['2026-11-29', 'equals', 'hoje', true],
  ['x', 'exists', '', true],
  [0, 'exists', '', true],
  ['', 'exists', '', false],
  [[], 'exists', '', false],
  ['AB12', 'matches', '^[a-z]+\\d+$', true],
  ['AB12', 'matches', '(', false],
])('%j %s “%s”: %s', (value, operator, other, expected) => {
  expect(holds({ kind: 'variable', variable: 'x', operator, value: other }, {}, { x: value })).toBe(expected);
  expect(holds({ kind: 'variable', variable: 'vars.x', operator, value: other }, {}, { x: value })).toBe(expected);
});

it('reads facts as well as variables, and nothing of a prototype', () => {
  expect(holds({ kind: 'variable', variable: 'pet.weight_kg', operator: 'greater', value: '10' })).toBe(true);
  expect(holds({ kind: 'variable', variable: 'gone', operator: 'exists' })).toBe(false);
  expect(holds({ kind: 'variable', variable: 'vars.constructor', operator: 'exists' })).toBe(false);
  expect(holds({ kind: 'variable', variable: 'x' }, {}, { x: 1 })).toBe(false);
});

describe('a vaccination', () => {
  const pet = (...vaccinations: [name: string, expires_on: string | null][]): Partial<FlowFacts> => ({
    pets: [
      {
        ...factsOf().pets[0]!,
        vaccinations: vaccinations.map(([name, expires_on]) => ({ name, expires_on })),
      },
    ],
  });
  const appointment = { service: 'Bath', starts_at: '2026-12-05T01:00:00Z', date: '4 Dec', time: '22:00', staff: null };
  const vars = {
    date: '2026-12-04',
    slot: { label: 'x', starts_at: '2026-12-05T01:00:00Z' },
    after: '2026-12-05',
    word: 'soon',
  };

  it.each<[string, Partial<ConditionData>, Partial<FlowFacts>, boolean]>([
    ['is valid on its last day', {}, pet(['Rabies', '2026-11-29']), true],
    ['is not valid the day after', {}, pet(['Rabies', '2026-11-28']), false],
    ['is valid without an end', {}, pet(['Rabies', null]), true],
    ['is needed', {}, pet(), false],
    ['needs a pet', {}, { pets: [] }, false],
    ['is valid if its newest record is', {}, pet(['Rabies', '2025-01-01'], ['rabies', '2027-01-01']), true],
    ['is not valid if another vaccination is not', {}, pet(['Rabies', '2027-01-01'], ['DHPP', '2026-01-01']), false],
    [
      'is valid by its name, whatever the others are',
      { words: ['rabies'] },
      pet(['Rabies 3 years', '2027-01-01'], ['DHPP', '2026-01-01']),
      true,
    ],
    ['is missing by its name', { words: ['rabies', 'lepto'] }, pet(['Rabies', '2027-01-01']), false],
    ['is valid on a date', { variable: 'date' }, pet(['Rabies', '2026-12-04']), true],
    ['is not valid on a later date', { variable: 'vars.after' }, pet(['Rabies', '2026-12-04']), false],
    ['is valid at a slot in the company’s zone', { variable: 'slot' }, pet(['Rabies', '2026-12-04']), true],
    [
      'is valid on the day of the appointment',
      { variable: 'appointment.date' },
      { ...pet(['Rabies', '2026-12-04']), appointment },
      true,
    ],
    ['is not valid without the date', { variable: 'gone' }, pet(['Rabies', '2027-01-01']), false],
    ['is not valid if the variable is not a date', { variable: 'word' }, pet(['Rabies', '2027-01-01']), false],
  ])('%s', (_what, condition, changes, expected) => {
    expect(holds({ kind: 'vaccination_valid', ...condition }, changes, vars)).toBe(expected);
  });
});
