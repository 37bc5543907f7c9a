import type { Company, CompanyChanges } from './companies-queries.ts';

/** The fields of the form; an empty text means no value. */
export interface CompanyFields {
  name: string;
  slug: string;
  country: string;
  currency: string;
  time_zone: string;
  locale: Company['locale'];
  email: string;
  phone: string;
  website: string;
  address: string;
}

const CLEARED: readonly string[] = ['email', 'phone', 'website', 'address'];

export function fieldsOf(company: Company): CompanyFields {
  const { name, slug, country, currency, time_zone, locale, email, phone, website, address } = company;
  return {
    name,
    slug,
    country: country ?? '',
    currency,
    time_zone,
    locale,
    email: email ?? '',
    phone: phone ?? '',
    website: website ?? '',
    address: address ?? '',
  };
}

/** Returns the changed fields; a cleared optional field is null. */
export function changesOf(fields: CompanyFields, company: Company): CompanyChanges {
  const before = fieldsOf(company);
  const changed = Object.entries(fields).filter(([name, value]) => value !== before[name as keyof CompanyFields]);
  return Object.fromEntries(
    changed.map(([name, value]) => [name, value === '' && CLEARED.includes(name) ? null : (value as unknown)]),
  );
}

/** Keeps the user's input and takes the other fields from a colleague's change. */
export function withChangesOf(fields: CompanyFields, before: Company, after: Company): CompanyFields {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const typed = Object.entries(fields).filter(([name, value]) => value !== old[name as keyof CompanyFields]);
  return { ...now, ...(Object.fromEntries(typed) as Partial<CompanyFields>) };
}
