import { jest } from '@jest/globals';
import { foldWords, matchesPattern, matchesWords } from './index.js';
import { isValidPattern } from './keywords.js';

describe('keywords', () => {
  it.each([
    ['en', 'I have a CAT!', 'cat', true],
    ['en', 'my location is far', 'cat', false],
    ['en', 'where is the bathroom', 'bath', false],
    ['en', 'bath?', 'Bath', true],
    ['en', 'a full groom, please', 'full groom', true],
    ['en', 'full of groomers', 'full groom', false],
    ['en', 'price:50', 'price', true],
    ['en', 'price50', 'price', false],
    ['en', 'b\u00adath', 'bath', true],
    ['en', 'cat🐱dog', 'dog', true],
    ['en', 'ｂａｔｈ', 'bath', true],
    ['en', '𝓫𝓪𝓽𝓱', 'bath', true],
    ['en', 'great 👍', '👍', true],
    ['en', 'great', '👍', false],
    ['pt', 'Quanto custa a TOSA HIGIÊNICA?', 'tosa higienica', true],
    ['pt', 'vacinação', 'vacina', false],
    ['pt', 'Olá, amanhã', 'amanha', true],
    ['es', 'Quiero un BAÑO', 'bano', true],
    ['es', '¿Cuánto cuesta?', 'cuánto', true],
    ['es', 'peluquería canina', 'pelu', false],
    ['fr', 'C’est pour l’été', 'ete', true],
    ['fr', 'un œuf', 'oeuf', true],
    ['fr', 'chien', 'chi', false],
    ['de', 'GROSSE Hunde', 'große', true],
    ['ja', '犬のトリミングを予約したい', 'トリミング', true],
    ['ja', '犬のﾄﾘﾐﾝｸﾞ', 'トリミング', true],
    ['ja', 'ねこ', 'いぬ', false],
    ['ja', 'かき', 'がき', false],
    ['zh', '我想给狗洗澡', '洗澡', true],
    ['th', 'อยากอาบน้ำหมา', 'อาบน้ำ', true],
    ['ar', 'أريد مَوْعِد للقطة', 'موعد', true],
    ['ar', 'اريد حمام', 'أريد', true],
    ['ar', 'موعدنا', 'موعد', false],
    ['hi', 'कुत्ता नहलाना', 'कुत्ता', true],
    ['ru', 'Стрижка собаки', 'стрижка', true],
  ])('%s: “%s” and the word “%s”: %s', (_language, text, word, expected) => {
    expect(matchesWords(text, [word])).toBe(expected);
  });

  it('match any word of a list and nothing without words', () => {
    expect(matchesWords('a bath', ['cut', 'bath'])).toBe(true);
    expect(matchesWords('a bath', [])).toBe(false);
    expect(matchesWords('', ['bath', ' '])).toBe(false);
  });

  it('fold to words with one space between them', () => {
    expect(foldWords('  Ção —  1️⃣ “Ünï”\n🐶 ')).toBe('cao 1 uni');
  });

  it.each([
    ['one letter', (size: number) => 'a'.repeat(size), 'a'.repeat(100) + 'b'],
    ['spaces', (size: number) => ' '.repeat(size), 'a b'],
    ['accents', (size: number) => 'e\u0301'.repeat(size / 2), 'eé'.repeat(50)],
    ['emoji', (size: number) => '👨‍👩‍👧'.repeat(size / 8), 'x'],
    ['words that nearly match', (size: number) => 'full '.repeat(size / 5), 'full full groom'],
  ])('read a text of 100 KB as often as one of 1 KB: %s', (_what, textOf, word) => {
    const [small, large] = [1_000, 100_000].map((size) => scansIn(() => matchesWords(textOf(size), [word])));
    expect(large).toBe(small);
    expect(large).toBeLessThan(30);
  });
});

/** How often a built-in function reads a whole text; each of them needs linear time for the expressions of keywords.ts. */
function scansIn(work: () => unknown): number {
  const scans = (['normalize', 'replace', 'toLowerCase', 'trim', 'includes', 'split'] as const).map((name) =>
    jest.spyOn(String.prototype, name),
  );
  work();
  const count = scans.reduce((sum, { mock }) => sum + mock.calls.length, 0);
  for (const scan of scans) scan.mockRestore();
  return count;
}

describe('patterns', () => {
  it.each([
    ['order 1234', 'order \\d{4}', true],
    ['ORDER 12', 'order \\d{4}', false],
    ['Bath', '^(bath|cut)$', true],
    ['bath', '(unclosed', false],
    ['aa', '(a)\\1', false],
    ['bath', 'ba(?=th)', false],
  ])('“%s” and %s: %s', (text, pattern, expected) => {
    expect(matchesPattern(text, pattern)).toBe(expected);
  });

  it.each(['[^!]{0,1000}[^!]{0,1000}!', '((a{1,90}){1,90}){1,90}', '\\w{600}'])(
    'refuse the large expression %s',
    (pattern) => {
      expect(isValidPattern(pattern)).toBe(false);
      expect(matchesPattern('a'.repeat(1_000), pattern)).toBe(false);
    },
  );

  it('need no time beyond the first 1,024 characters', () => {
    expect(matchesPattern(`${'a'.repeat(100_000)}b`, '(a+)+b')).toBe(false);
  });
});
