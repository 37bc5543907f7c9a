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
  brand_color: string;
  booking_text_en: string;
  booking_text_pt: string;
  /** One a line. */
  embed_sites: string;
}

const CLEARED: readonly string[] = [
  'email',
  'phone',
  'website',
  'address',
  'brand_color',
  'booking_text_en',
  'booking_text_pt',
];

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
    brand_color: company.brand_color ?? '',
    booking_text_en: company.booking_text_en ?? '',
    booking_text_pt: company.booking_text_pt ?? '',
    embed_sites: company.embed_sites.join('\n'),
  };
}

/** Returns the changed fields; a cleared optional field is null. */
export function changesOf(fields: CompanyFields, company: Company): CompanyChanges {
  const before = fieldsOf(company);
  const changed = Object.entries(fields).filter(([name, value]) => value !== before[name as keyof CompanyFields]);
  return Object.fromEntries(changed.map(([name, value]) => [name, changeOf(name, value as string)]));
}

function changeOf(name: string, value: string): unknown {
  if (name === 'embed_sites') return sitesOf(value);
  return value === '' && CLEARED.includes(name) ? null : value;
}

/** The sites in the lines of a text. Of an address with a path only the site counts. */
export const sitesOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/\s+/)
      .filter((line) => line !== '')
      .map((line) => siteOf(line)),
  ),
];

function siteOf(line: string): string {
  const url = URL.parse(/^https?:\/\//.test(line) ? line : `https://${line}`);
  return url?.origin ?? line;
}

const COLOR = /^#[0-9a-f]{6}$/i;
const SITE = /^(https:\/\/[^/]+|http:\/\/localhost(:\d+)?)$/;

/** Whether a field has what the API takes. */
export const isColor = (text: string): boolean => text === '' || COLOR.test(text);
export const areSites = (text: string): boolean => sitesOf(text).every((site) => SITE.test(site));

/** Keeps the user's input and takes the other fields from a colleague's change. */
export function withChangesOf(fields: CompanyFields, before: Company, after: Company): CompanyFields {
  const [old, now] = [fieldsOf(before), fieldsOf(after)];
  const typed = Object.entries(fields).filter(([name, value]) => value !== old[name as keyof CompanyFields]);
  return { ...now, ...(Object.fromEntries(typed) as Partial<CompanyFields>) };
}
