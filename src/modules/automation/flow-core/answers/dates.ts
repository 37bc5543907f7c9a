import { foldWords } from '../keywords.js';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_OF_WEEK = 7;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})(?:$|[T ])/;
const MIN_YEAR = 1900;
const MAX_YEAR = 2199;

/** Days from today. */
const NEAR_DAYS: readonly (readonly [days: number, words: readonly string[]])[] = [
  [2, ['day after tomorrow', 'depois de amanha', 'pasado manana']],
  [1, ['tomorrow', 'amanha', 'manana']],
  [0, ['today', 'tonight', 'hoje', 'hoy']],
  [-1, ['yesterday', 'ontem', 'ayer']],
];
/** From Sunday, as in `Date.getUTCDay`. */
const WEEKDAYS: readonly (readonly string[])[] = [
  ['sunday', 'domingo'],
  ['monday', 'segunda', 'lunes'],
  ['tuesday', 'terca', 'martes'],
  ['wednesday', 'quarta', 'miercoles'],
  ['thursday', 'quinta', 'jueves'],
  ['friday', 'sexta', 'viernes'],
  ['saturday', 'sabado'],
];
const MONTHS: readonly (readonly string[])[] = [
  ['january', 'jan', 'janeiro', 'enero', 'ene'],
  ['february', 'feb', 'fevereiro', 'fev', 'febrero'],
  ['march', 'mar', 'marco', 'marzo'],
  ['april', 'apr', 'abril', 'abr'],
  ['may', 'maio', 'mai', 'mayo'],
  ['june', 'jun', 'junho', 'junio'],
  ['july', 'jul', 'julho', 'julio'],
  ['august', 'aug', 'agosto', 'ago'],
  ['september', 'sep', 'sept', 'setembro', 'set', 'septiembre', 'setiembre'],
  ['october', 'oct', 'outubro', 'out', 'octubre'],
  ['november', 'nov', 'novembro', 'noviembre'],
  ['december', 'dec', 'dezembro', 'dez', 'diciembre', 'dic'],
];

const formats = new Map<string, Intl.DateTimeFormat>();

/** The date of a moment in a time zone, YYYY-MM-DD. An unknown zone counts as UTC. */
export function dateIn(timeZone: string, at: Date): string {
  return formatOf(timeZone).format(at);
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const kept = formats.get(timeZone);
  if (kept) return kept;
  const made = newFormat(timeZone);
  formats.set(timeZone, made);
  return made;
}

function newFormat(timeZone: string): Intl.DateTimeFormat {
  // The dates of Sweden are ISO 8601.
  const make = (zone: string): Intl.DateTimeFormat => new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
  try {
    return make(timeZone);
  } catch {
    return make('UTC');
  }
}

/** A date that a customer writes, as YYYY-MM-DD; a date without a year is the next such day. The day stands before the month. */
export function dateFromText(text: string, today: string): string | null {
  const iso = /\d{4}-\d{2}-\d{2}/.exec(text);
  if (iso) return isoDateOf(iso[0]);
  const line = foldWords(text);
  return dateInDigits(text, today) ?? dateWithMonth(line, today) ?? dateInWords(` ${line} `, today);
}

/** The date at the start of an ISO 8601 text; null if there is no such day. */
export function isoDateOf(text: string): string | null {
  const [, year, month, day] = ISO_DATE.exec(text) ?? [];
  return year ? realDate(Number(year), Number(month), Number(day)) : null;
}

function dateInDigits(text: string, today: string): string | null {
  const [, first, second, year] =
    /(?<!\d)(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?(?![\d/.-]*\d)/.exec(text) ?? [];
  if (!first || !second) return null;
  const [day, month] = Number(second) > 12 ? [Number(second), Number(first)] : [Number(first), Number(second)];
  return withYear(year, month, day, today);
}

function dateWithMonth(line: string, today: string): string | null {
  const names = (month: number): string => (MONTHS[month] ?? []).join('|');
  for (let month = 0; month < MONTHS.length; month++) {
    const dayFirst = new RegExp(
      `(?:^| )(\\d{1,2})(?:st|nd|rd|th|o|a)?(?: of| de)? (?:${names(month)})(?:(?: of| de)? (\\d{4}))?(?: |$)`,
    );
    const monthFirst = new RegExp(`(?:^| )(?:${names(month)}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?(?: |$)`);
    const [, day, year] = dayFirst.exec(line) ?? monthFirst.exec(line) ?? [];
    if (day) return withYear(year, month + 1, Number(day), today);
  }
  return null;
}

function dateInWords(line: string, today: string): string | null {
  const has = (words: readonly string[]): boolean => words.some((word) => line.includes(` ${word} `));
  const near = NEAR_DAYS.find(([, words]) => has(words));
  if (near) return plusDays(today, near[0]);
  const weekday = WEEKDAYS.findIndex(has);
  if (weekday < 0) return null;
  const ahead = (weekday - new Date(`${today}T00:00:00Z`).getUTCDay() + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return plusDays(today, ahead === 0 ? DAYS_OF_WEEK : ahead);
}

function withYear(year: string | undefined, month: number, day: number, today: string): string | null {
  if (year) return realDate(Number(year.length === 2 ? `20${year}` : year), month, day);
  const thisYear = Number(today.slice(0, 4));
  // 29 February may be up to eight years away.
  for (let ahead = 0; ahead <= 8; ahead++) {
    const date = realDate(thisYear + ahead, month, day);
    if (date && date >= today) return date;
  }
  return null;
}

function realDate(year: number, month: number, day: number): string | null {
  if (year < MIN_YEAR || year > MAX_YEAR) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
