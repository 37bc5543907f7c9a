import fc from 'fast-check';
import { chunksOf, type KnowledgeText } from './chunks.js';

const text = (fields: Partial<KnowledgeText>): KnowledgeText => ({
  id: 'a1',
  kind: 'article',
  language: 'en',
  title: 'Boarding',
  content: '',
  synonyms: [],
  ...fields,
});
const words = (count: number, word = 'word'): string => Array.from({ length: count }, () => word).join(' ');
const size = (content: string): number => content.split(/\s+/).length;

describe('chunks of an article', () => {
  it('follow its headings and know them', () => {
    const content = `${words(90, 'start')}\n\n## Food\n${words(100, 'food')}\n\n### Cats\n${words(90, 'cat')}\n\n## Beds\n${words(200, 'bed')}`;
    expect(chunksOf(text({ content })).map(({ path }) => path)).toEqual([
      ['Boarding'],
      ['Boarding', 'Food'],
      ['Boarding', 'Food', 'Cats'],
      ['Boarding', 'Beds'],
    ]);
  });

  it('join short neighbours under what their headings have in common', () => {
    const [chunk, ...others] = chunksOf(text({ content: '# Boarding\n## Food\nBring it.\n## Beds\nWe have them.' }));
    expect(others).toEqual([]);
    expect(chunk).toMatchObject({ path: ['Boarding'], text: 'Food\nBring it.\n\nBeds\nWe have them.' });
  });

  it('cut long texts between paragraphs, then between sentences', () => {
    const paragraph = `${words(60)}. `.repeat(3).trim();
    const chunks = chunksOf(text({ content: `${paragraph}\n\n${paragraph}\n\n${`${words(40)}. `.repeat(10)}` }));
    for (const chunk of chunks) expect(size(chunk.text)).toBeLessThanOrEqual(250);
    for (const chunk of chunks) expect(chunk.text.endsWith('.')).toBe(true);
  });

  it('keep an answer whole', () => {
    const answer = { kind: 'faq', title: 'What do I bring?', content: '# Food\nAnd a bed.' } as const;
    expect(chunksOf(text(answer))).toMatchObject([{ path: ['What do I bring?'], text: '# Food\nAnd a bed.' }]);
  });

  it('lose no word and are small, whatever the text', () => {
    const line = fc.oneof(
      fc.string({ maxLength: 60 }),
      fc.constantFrom('', '## Heading', '日本語の長い文章。'.repeat(40), words(120), 'x'.repeat(3_000)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), (lines) => {
        const content = lines.join('\n');
        const chunks = chunksOf(text({ content }));
        for (const chunk of chunks) expect(chunk.text.length).toBeLessThanOrEqual(2_100);
        const shown = chunks.map(({ path, text: body }) => `${path.join('\n')}\n${body}`).join('\n');
        const letters = (value: string): number => value.replace(/[^\p{L}]/gu, '').length;
        const body = lines.filter((one) => !/^#{1,6}\s/.test(one)).join('');
        expect(letters(shown)).toBeGreaterThanOrEqual(letters(body));
      }),
    );
  });
});
