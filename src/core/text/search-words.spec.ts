import fc from 'fast-check';
import { prefixFilters, searchWords } from './search-words.js';

const matches = (words: readonly string[], query: string): boolean =>
  prefixFilters('search', query).every(({ search }) => words.some((word) => search.test(word)));

describe('search words', () => {
  const words = searchWords(['José Ana-Maria Müller', 'jose.silva@example.com', null]);

  it.each(['jose', 'JOSÉ', 'ana-m', 'maria', 'mul jo', 'silva', 'jose.silva@exam'])('finds by %s', (query) =>
    expect(matches(words, query)).toBe(true),
  );

  it.each(['ose', 'jose x', '.*', 'j.se', '^jose', '(a+)+$'])('does not find by %s', (query) =>
    expect(matches(words, query)).toBe(false),
  );

  it('joins the groups of a phone number', () =>
    expect(prefixFilters('q', '+55 (11) 9888-8')).toEqual([{ q: /^551198888/ }]));

  it('asks nothing for a query of spaces', () => expect(prefixFilters('q', '  ')).toEqual([]));

  it('finds every text by any beginning of any of its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.nat(), (text, cut) => {
        fc.pre(text.trim() !== '');
        const [token = ''] = text.trim().split(/\s+/);
        const query = [...token].slice(0, 1 + (cut % [...token].length)).join('');
        fc.pre(!/^[+\d().-]+$/.test(query) && query.length <= 60);
        expect(matches(searchWords([text]), query)).toBe(true);
      }),
    );
  });
});
