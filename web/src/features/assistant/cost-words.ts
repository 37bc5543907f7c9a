import { moneyWords } from '#web/lib/money.ts';

const CENTS_PER_DOLLAR = 100;
/** One answer of a model costs parts of a cent. */
const SMALL_CENTS = 10;
const SMALL_DIGITS = 4;

/** The cost of a language model. @param cents US cents, with fractions */
export function costWords(cents: number, locale: string): string {
  if (cents === 0 || cents >= SMALL_CENTS) return moneyWords(Math.round(cents), 'USD', locale);
  const options = { style: 'currency', currency: 'USD', maximumFractionDigits: SMALL_DIGITS } as const;
  return new Intl.NumberFormat(locale, options).format(cents / CENTS_PER_DOLLAR);
}
