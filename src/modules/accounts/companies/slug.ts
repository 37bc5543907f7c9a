const MAX_SLUG_LENGTH = 48;
const COMBINING_MARKS = /\p{M}/gu;
const FALLBACK = 'company';

/** Public addresses use these words in place of a slug. */
const RESERVED: readonly string[] = ['manage'];

export const isReservedSlug = (slug: string): boolean => RESERVED.includes(slug);

export function slugify(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(COMBINING_MARKS, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, MAX_SLUG_LENGTH).replace(/-$/, '') || FALLBACK;
}
