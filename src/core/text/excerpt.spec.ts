import fc from 'fast-check';
import { excerptOf } from './excerpt.js';

/** The excerpt as one text, with the matches in brackets. */
const shown = (text: string, words: string): string =>
  excerptOf(text, words)
    .map((part) => (part.match ? `[${part.text}]` : part.text))
    .join('');

describe('an excerpt', () => {
  it('marks the words without regard to case, accents and line breaks', () => {
    expect(shown('O João\nviu o JOAO', 'joão')).toBe('O [João] viu o [JOAO]');
    expect(shown('a  long\n bath', 'Long bath')).toBe('a [long bath]');
    expect(shown('Joa\u0303o', 'joao')).toBe('[Joa\u0303o]');
  });

  it('shows the surroundings of the first match of a long text, cut at spaces', () => {
    const text = `${'before '.repeat(60)}the bath ${'after '.repeat(60)}`;
    expect(shown(text, 'bath')).toMatch(/^…before .*the \[bath\] after .*after…$/);
  });

  it('shows the beginning of a text without a match', () => {
    expect(shown('a bath', 'cut')).toBe('a bath');
    expect(shown('word '.repeat(60), 'cut')).toMatch(/^word .*word…$/);
  });

  it('is a part of the text with at most 160 characters between the cuts, for any text and words', () => {
    const texts = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(texts, fc.string({ unit: 'grapheme', maxLength: 10 }), (text, words) => {
        const whole = text.replace(/\s+/g, ' ').trim();
        const parts = excerptOf(text, words).map((part) => part.text);
        const kept = parts.join('').replace(/^…|…$/g, '');
        expect(whole.includes(kept) || kept === '').toBe(true);
        expect([...kept].length).toBeLessThanOrEqual(160);
        expect(parts).not.toContain('');
      }),
    );
  });
});
