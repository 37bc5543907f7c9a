import { savedAnswers, savedWords } from './saved-value.ts';

const slot = { label: 'Tue 1 Dec, 09:00', starts_at: '2026-12-01T12:00:00.000Z', staff_id: null };

it.each<[string, unknown, string | undefined]>([
  ['a text', 'Luna', 'Luna'],
  ['a number', 3, '3'],
  ['a chosen time', slot, 'Tue 1 Dec, 09:00'],
  ['several times', [slot, { ...slot, label: 'Wed 2 Dec, 09:00' }], 'Tue 1 Dec, 09:00 · Wed 2 Dec, 09:00'],
  ['a held time', { hold_id: 'x', date: 'Tuesday', time: '09:00' }, 'Tuesday, 09:00'],
  ['a booking', { service: 'Bath', date: 'Tuesday', time: '09:00', status: 'booked' }, 'Bath, Tuesday, 09:00'],
  ['an answer of a system', { status: 'sent' }, undefined],
  ['a list of such answers', [{ status: 'sent' }], undefined],
  ['nothing', null, undefined],
])('says %s in words', (_what, value, words) => {
  expect(savedWords(value)).toBe(words);
});

it('leaves out what the engine keeps for itself', () => {
  expect(savedAnswers({ name: 'Luna', _hold: slot })).toEqual([['name', 'Luna']]);
});
