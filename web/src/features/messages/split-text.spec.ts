import fc from 'fast-check';
import { lengthIn, splitText, type TextLimit } from './split-text.ts';

const characters = (limit: number): TextLimit => ({ limit, unit: 'characters' });
const withoutSpace = (text: string): string => text.replace(/\s/g, '');

describe('a text that is longer than the limit of the platform', () => {
  it('stays one message if it fits', () => {
    expect(splitText('  Hello  ', characters(5))).toEqual(['Hello']);
    expect(splitText('  ', characters(5))).toEqual([]);
  });

  it('is cut at paragraphs, else at sentences, else at words', () => {
    expect(splitText('One two.\n\nThree four. Five', characters(19))).toEqual(['One two.', 'Three four. Five']);
    expect(splitText('One two. Three four five', characters(14))).toEqual(['One two.', 'Three four', 'five']);
    expect(splitText('abcdefghij', characters(4))).toEqual(['abcd', 'efgh', 'ij']);
  });

  it('counts bytes where the platform does', () => {
    expect(lengthIn('ação', 'bytes')).toBe(6);
    expect(splitText('ação ação', { limit: 6, unit: 'bytes' })).toEqual(['ação', 'ação']);
  });

  it('never cuts inside a combined character', () => {
    expect(splitText('👩‍👩‍👧👩‍👩‍👧', characters(6))).toEqual(['👩‍👩‍👧', '👩‍👩‍👧']);
  });

  it.each([
    ['emoji families', '👩‍👩‍👧'],
    ['flags', '🇧🇷'],
    ['skin tones', '👍🏽'],
    ['letters with combining marks', 'e\u0301\u0323'],
  ])('never cuts %s, whatever the limit', (_what, sign) => {
    const isWhole = (piece: string): boolean => piece.replaceAll(sign, '') === '';
    for (const unit of ['characters', 'bytes'] as const) {
      for (let limit = lengthIn(sign, unit); limit < lengthIn(sign, unit) * 4; limit++) {
        expect(splitText(sign.repeat(40), { limit, unit }).filter((piece) => !isWhole(piece))).toEqual([]);
      }
    }
    for (const limit of [characters(4_096), { limit: 1_000, unit: 'bytes' } as const]) {
      const pieces = splitText(`.${sign.repeat(2_000)}`, limit);
      expect(pieces.filter((piece) => !isWhole(piece.replace('.', '')))).toEqual([]);
    }
  });

  it('keeps every limit and loses only spaces', () => {
    const word = fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('\n\n', ' ', '. ', '👩‍👩‍👧', 'ç'));
    const limits = fc.record({ limit: fc.integer({ min: 4, max: 40 }), unit: fc.constantFrom('characters', 'bytes') });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), limits, (words, limit) => {
        const text = words.join('');
        const pieces = splitText(text, limit);
        for (const piece of pieces) {
          expect(lengthIn(piece, limit.unit)).toBeLessThanOrEqual(limit.limit);
          expect(piece.trim()).not.toBe('');
        }
        expect(withoutSpace(pieces.join(''))).toBe(withoutSpace(text));
      }),
    );
  });
});
