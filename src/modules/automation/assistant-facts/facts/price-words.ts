import { currencyExponent } from '../../../../core/money/index.js';
import type { BookableService } from '../../../booking/catalog/index.js';

/** As the booking page says them. */
const WORDS: Readonly<Record<string, { readonly free: string; readonly perNight: (price: string) => string }>> = {
  en: { free: 'Free of charge', perNight: (price) => `${price} a night` },
  'pt-BR': { free: 'Grátis', perNight: (price) => `${price} por noite` },
};

/** Amounts in the words of a company: its currency and its language. */
export class PriceWords {
  private readonly format: Intl.NumberFormat;
  private readonly unit: number;
  private readonly words: (typeof WORDS)[string];

  /** @param currency ISO 4217 @param locale BCP 47 */
  constructor(currency: string, locale: string) {
    this.format = new Intl.NumberFormat(locale, { style: 'currency', currency });
    this.unit = 10 ** currencyExponent(currency);
    this.words = WORDS[locale] ?? WORDS['en']!;
  }

  /** @param amount in minor units; null where the company names no price */
  amount(amount: number | null): string | null {
    if (amount === null) return null;
    return amount === 0 ? this.words.free : this.format.format(amount / this.unit);
  }

  /** For example "R$ 80,00 – 120,00"; of boarding for one night. */
  ofService({ kind }: Pick<BookableService, 'kind'>, range: PriceRange | null): string | null {
    if (range === null) return null;
    const { least, most } = range;
    const text = least === most ? this.amount(least)! : this.format.formatRange(least / this.unit, most / this.unit);
    return kind === 'boarding' && most > 0 ? this.words.perNight(text) : text;
  }

  /** A fee that is due; null for none. */
  fee(amount: number): string | null {
    return amount > 0 ? this.amount(amount) : null;
  }
}

/** In minor units. */
export interface PriceRange {
  readonly least: number;
  readonly most: number;
}

/** Everything that a service may cost by its rows for pets and by its people; null where no price is told. */
export function priceRange({ price, pet_matrix, staff_overrides, staff_ids }: BookableService): PriceRange | null {
  const isAble = (id: string): boolean => staff_ids.length === 0 || staff_ids.some((one) => one.equals(id));
  const own = staff_overrides.flatMap((one) => (one.price !== null && isAble(one.staff_id) ? [one.price] : []));
  const bases = [...(price === null ? [] : [price]), ...own];
  const taken = pet_matrix.filter(({ refuse }) => !refuse);
  const ofRows = taken.flatMap((row) =>
    row.price !== null ? [row.price] : row.price_delta === null ? [] : bases.map((base) => base + row.price_delta!),
  );
  const prices = [...bases, ...ofRows].map((one) => Math.max(0, one));
  return prices.length === 0 ? null : { least: Math.min(...prices), most: Math.max(...prices) };
}
