import { begin, setupOf, simulatorOf, stateOf } from './simulator-store.ts';

const state = simulatorOf('flow').get();

it('keeps the test of each flow', () => {
  simulatorOf('flow').set({ ...state, inputs: [{ text: 'menu' }] });
  expect(simulatorOf('flow').get().inputs).toEqual([{ text: 'menu' }]);
  expect(simulatorOf('another').get().inputs).toEqual([]);
});

it('writes the fields as the API takes them', () => {
  const person = { ...state.person, name: ' Ana ', phone: '', tags: 'vip, , new', pet: 'Luna, Rex', species: '' };
  const stubs = {
    good: { isOk: true, json: '{"price": 5}' },
    plain: { isOk: true, json: '' },
    bad: { isOk: false, json: 'ignored' },
    unfinished: { isOk: true, json: '{"pri' },
  };
  expect(setupOf({ startedAt: '2026-11-29T12:00:00.000Z', inputs: [{ choice: 1 }], person, stubs })).toEqual({
    inputs: [{ choice: 1 }],
    contact: { full_name: 'Ana', tags: ['vip', 'new'], pets: [{ name: 'Luna' }, { name: 'Rex' }] },
    stubs: {
      good: { ok: true, value: { price: 5 } },
      plain: { ok: true },
      bad: { ok: false, code: 'TEST_ERROR', message: 'An error of the test' },
    },
    is_open: true,
    is_window_open: true,
    now: '2026-11-29T12:00:00.000Z',
  });
});

it('plays a saved scenario as it was recorded', () => {
  const before = {
    ...begin(),
    inputs: [{ text: 'menu' }, { at: '2026-11-30T12:00:00.000Z' }],
    person: { ...state.person, tags: 'vip', pet: 'Luna, Rex', species: 'cat', isOpen: false },
    stubs: { call: { isOk: true, json: '{"a":1}' } },
  };
  const stored = { _id: '1', name: 'Menu', expected: {}, version: 1, created_at: '', updated_at: '' };
  const scenario = { ...stored, ...setupOf(before), now: before.startedAt };
  expect(stateOf(scenario)).toEqual(before);
});
