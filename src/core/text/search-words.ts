const MAX_WORDS = 60;
const MAX_WORD_LENGTH = 64;
const MAX_QUERY_WORDS = 6;
/** Longest text a person may search for. */
export const MAX_QUERY_LENGTH = 100;

const COMBINING_MARKS = /\p{M}+/gu;
const SEPARATORS = /[^\p{L}\p{N}]+/u;
const REGEX_SPECIALS = /[.*+?^${}()|[\]\\/-]/g;
/** What people put between the digits of a phone number. */
const PHONE_LIKE = /^\+?[\d\s().-]{3,}$/;

/** Lower case without accents, so that "jose" finds "José". */
export function foldText(text: string): string {
  return text.normalize('NFKD').replace(COMBINING_MARKS, '').toLowerCase();
}

/**
 * The words a document is found by, for an array field with a multikey index. A hyphenated word, an e-mail address or
 * the like is kept whole and in its parts.
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
 * The conditions that a query puts on such a field: every word of it begins one of the document's words. The patterns
 * are anchored and escaped, so each is one range of the index and nothing a user types is an expression.
 * @returns an empty list when the query has no word
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
