import type { TimeSettings } from './company-time.ts';

/** A plain date such as `2026-03-02` in words of the language; it has no time zone. */
export const plainDateWords = (date: string, { locale }: TimeSettings): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' }).format(Date.parse(date));
