/** The text without accents. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

/** The text without accents and in lower case, to compare names. */
export const folded = (text: string): string => withoutAccents(text).toLowerCase();
