const MAX_WORDS = 60;
const MAX_WORD_LENGTH = 64;
const MAX_QUERY_WORDS = 6;
export const MAX_QUERY_LENGTH = 100;

const COMBINING_MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const REGEX_SPECIALS = /[.*+?^${}()|[\]\\/-]/g;
const PHONE_LIKE = /^\+?[\d\s().-]{3,}$/;

/** Lower case without accents, so that "jose" finds "José". */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
}

/**
 * The words that find a document, for an array field with a multikey index. A hyphenated word or an e-mail address
 * is kept whole and in its parts.
 */
export function searchWords(texts: readonly (string | null | undefined)[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const token of foldText(text ?? '').split(/\s+/)) {
      for (const word of [token, ...token.split(SEPARATORS)]) {
        if (word && words.size < MAX_WORDS) words.add(word.slice(0, MAX_WORD_LENGTH));
      }
    }
  }
  return [...words];
}

/**
 * Every word of the query must begin one of the document's words. The patterns are anchored and escaped, so each is
 * one range of the index.
 * @returns an empty list for a query without words
 */
export function prefixFilters<Field extends string>(field: Field, query: string): Record<Field, RegExp>[] {
  const tokens = PHONE_LIKE.test(query.trim()) ? [query.replace(/\D/g, '')] : foldText(query).split(/\s+/);
  return tokens
    .filter(Boolean)
    .slice(0, MAX_QUERY_WORDS)
    .map((token) => {
      const pattern = new RegExp(`^${token.slice(0, MAX_WORD_LENGTH).replace(REGEX_SPECIALS, '\\$&')}`);
      return { [field]: pattern } as Record<Field, RegExp>;
    });
}
