import { getCountries } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/min/metadata';

let countries: ReadonlyMap<string, string> | undefined;

/**
 * @param timeZone IANA name, also an older alias
 * @returns ISO 3166-1 alpha-2; null for zones of no country, such as UTC
 */
export function countryOfTimeZone(timeZone: string): string | null {
  countries ??= new Map(
    getCountries(metadata).flatMap((country) => zonesOf(country).map((zone) => [zone, country] as const)),
  );
  return countries.get(canonical(timeZone)) ?? null;
}

/** Node has the method; the type definitions do not yet. */
type LocaleWithZones = Intl.Locale & { getTimeZones(): string[] | undefined };

const zonesOf = (region: string): string[] =>
  ((new Intl.Locale('und', { region }) as LocaleWithZones).getTimeZones() ?? []).map(canonical);

const canonical = (timeZone: string): string => new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
