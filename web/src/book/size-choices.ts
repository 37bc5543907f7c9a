import type { AskedTraits } from './visitor-api.ts';
import { fill, type Language } from './words.ts';

interface SizeChoice {
  label: string;
  /** A weight of this size, as typed; the visitor can correct it. */
  typicalKg: string;
  holds: (kg: number | undefined) => boolean;
}

/** The sizes of a company in kilograms: its own names of them mean nothing to a visitor. */
export function sizeChoices(sizes: AskedTraits['sizes'], { words, locale }: Language): SizeChoice[] {
  const show = (kg: number): string => new Intl.NumberFormat(locale).format(kg);
  return sizes.map(({ max_kg }, index) => {
    const above = sizes[index - 1]?.max_kg ?? 0;
    const range = { kg: show(max_kg ?? above), from: show(above), to: show(max_kg ?? 0) };
    const text = max_kg === null ? words.pets.over : above === 0 ? words.pets.upTo : words.pets.between;
    const typical = max_kg === null ? above + 1 : (above + max_kg) / 2;
    return {
      label: fill(text, range),
      typicalKg: new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 1 }).format(typical),
      holds: (kg) => kg !== undefined && kg > above && kg <= (max_kg ?? Infinity),
    };
  });
}
