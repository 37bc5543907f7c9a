const MAX_SLUG_LENGTH = 48;
const COMBINING_MARKS = /\p{M}/gu;
const FALLBACK = 'company';

/** Lower-case ASCII words joined by hyphens: "Clínica São João" -> "clinica-sao-joao". */
export function slugify(name: string): string {
  const words =
    name
      .normalize('NFKD')
      .replace(COMBINING_MARKS, '')
      .toLowerCase()
      .match(/[a-z0-9]+/g) ?? [];
  return words.join('-').slice(0, MAX_SLUG_LENGTH).replace(/-$/, '') || FALLBACK;
}
