import fc from 'fast-check';
import { budgetOf, centsOf, debounce, paceOf, splitText } from './index.js';

describe('splitText', () => {
  it('cuts between sentences', () => {
    expect(splitText('One two. Three four. Five.', 12)).toEqual(['One two.', 'Three four.', 'Five.']);
    expect(splitText('short', 12)).toEqual(['short']);
    expect(splitText('   ', 12)).toEqual([]);
  });

  it('keeps emoji and letters with accents whole', () => {
    const family = '👨‍👩‍👧‍👦';
    expect(splitText(family.repeat(4), 12)).toEqual(Array(4).fill(family));
    expect(splitText('e\u0301'.repeat(5), 3)).toEqual(Array(5).fill('e\u0301'));
  });

  it('loses no character and passes no limit', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 40, max: 100 }), (text, limit) => {
        const pieces = splitText(text, limit);
        expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
        expect(Math.max(0, ...pieces.map(({ length }) => length))).toBeLessThanOrEqual(limit);
      }),
    );
  });
});

it.each([
  ['ok', 0, 700],
  ['x'.repeat(100), 0, 2_500],
  ['x'.repeat(1_000), 0, 6_000],
  ['x'.repeat(100), 2_000, 500],
  ['x'.repeat(100), 9_000, 0],
])('paceOf', (text, spent, pace) => expect(paceOf(text, spent)).toBe(pace));

it.each([
  [0, 0, 0, 2_500],
  [0, 2_000, 2_500, 2_000],
  [0, 2_000, 5_000, 0],
  [0, 11_000, 11_500, 500],
  [0, 30_000, 30_000, 0],
])('debounce(%d, %d, %d)', (first, last, now, wait) => {
  expect(debounce(new Date(first), new Date(last), new Date(now))).toBe(wait);
});

it('works by rules when a budget is spent', () => {
  const limits = { month: 500, conversation: 20, turn: null };
  expect(budgetOf({ month: 499, conversation: 0, turn: 9_999 }, limits)).toEqual({ brain: 'model', notice: null });
  expect(budgetOf({ month: 500, conversation: 0, turn: 0 }, limits)).toEqual({ brain: 'rules', notice: 'month_spent' });
  expect(budgetOf({ month: 0, conversation: 20, turn: 0 }, limits).notice).toBe('conversation_spent');
  expect(budgetOf({ month: 0, conversation: 0, turn: 0 }, { month: 0, conversation: null, turn: null }).brain).toBe(
    'rules',
  );
  expect(centsOf({ input: 2_000_000, output: 500_000 }, { input: 15, output: 60 })).toBe(60);
});
