import type { Migration } from '../../../../core/database/index.js';
import { countryOfTimeZone } from '../country.js';
import { currencyOfCountry } from '../currency.js';

export const currencyOfCompanies: Migration = {
  name: 'companies have the currency of their country',
  collection: 'companies',
  old: { currency: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ country, time_zone }) => {
      const known = (country as string | null | undefined) ?? countryOfTimeZone(String(time_zone));
      return { $set: { country: known, currency: known && currencyOfCountry(known) } };
    }),
};
