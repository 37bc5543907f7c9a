import fc from 'fast-check';
import { lineDiff } from './line-diff.ts';

const marks = { same: ' ', removed: '-', added: '+' } as const;
const shown = (before: string, after: string) => lineDiff(before, after).map(({ kind, text }) => marks[kind] + text);

describe('the differences of two texts', () => {
  it('keep equal lines and show what was removed before what was added', () => {
    expect(shown('Be kind\nSay you\nEnd', 'Be kind\nSay tu\nEnd\nBye')).toEqual([
      ...[' Be kind', '-Say you', '+Say tu', ' End', '+Bye'],
    ]);
  });

  it('are all lines of one text where the other is empty', () => {
    expect(shown('', 'One\nTwo')).toEqual(['+One', '+Two']);
    expect(shown('One', '')).toEqual(['-One']);
    expect(shown('', '')).toEqual([]);
  });

  it('give back both texts, whatever they are', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 8 }).map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, text, (before, after) => {
        const lines = lineDiff(before, after);
        const without = (kind: string) => lines.filter((line) => line.kind !== kind).map((line) => line.text);
        expect(without('added').join('\n')).toBe(before);
        expect(without('removed').join('\n')).toBe(after);
      }),
    );
  });
});
