import countryToCurrency, { type Countries } from 'country-to-currency';
import type { Company } from './schemas/company.schema.js';

/** For companies of which nobody knows the country. */
const FALLBACK_CURRENCY = 'USD';

/** The ISO 4217 code of the currency that people pay with in a country (ISO 3166-1 alpha-2). */
export function currencyOfCountry(country: string): string {
  return countryToCurrency[country as Countries] ?? FALLBACK_CURRENCY;
}

/** The ISO 4217 code of the currency of all prices of a company. */
export const currencyOf = ({ currency }: Pick<Company, 'currency'>): string => currency ?? FALLBACK_CURRENCY;
