import countryToCurrency, { type Countries } from 'country-to-currency';
import type { Company } from './schemas/company.schema.js';

const FALLBACK_CURRENCY = 'USD';

export function currencyOfCountry(country: string): string {
  return countryToCurrency[country as Countries] ?? FALLBACK_CURRENCY;
}

export const currencyOf = ({ currency }: Pick<Company, 'currency'>): string => currency ?? FALLBACK_CURRENCY;
