import { dateIn } from '../../flow-core/index.js';
import type { Language, TurnFacts } from '../facts.types.js';
import { textOf } from './texts.js';

const formats = new Map<string, Intl.DateTimeFormat>();

function partsOf(at: string, locale: string, timeZone: string): Readonly<Record<string, string>> {
  const key = `${locale} ${timeZone}`;
  const format = formats.get(key) ?? newFormat(locale, timeZone);
  formats.set(key, format);
  return Object.fromEntries(format.formatToParts(new Date(at)).map(({ type, value }) => [type, value]));
}

/** An unknown time zone counts as UTC, as in `dateIn`. */
function newFormat(locale: string, timeZone: string): Intl.DateTimeFormat {
  const make = (zone: string): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, {
      timeZone: zone,
      weekday: 'long',
      day: '2-digit',
      month: locale === 'en' ? 'short' : '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    });
  try {
    return make(timeZone);
  } catch {
    return make('UTC');
  }
}

/** HH:MM in the time zone. */
export function clockTime(at: string, timeZone: string): string {
  const { hour = '', minute = '' } = partsOf(at, 'en', timeZone);
  return `${hour}:${minute}`;
}

/** For example "Thursday 03 Dec" or "quinta-feira 03/12". */
export function dayWords(at: string, language: Language, timeZone: string): string {
  const { weekday = '', day = '', month = '' } = partsOf(at, language, timeZone);
  return language === 'en' ? `${weekday} ${day} ${month}` : `${weekday} ${day}/${month}`;
}

/** Short enough for a button of 20 characters: "Thu 03 Dec 10:30". */
export function slotLabel(at: string, language: Language, timeZone: string): string {
  const { weekday = '', day = '', month = '' } = partsOf(at, language, timeZone);
  const date = language === 'en' ? `${day} ${month}` : `${day}/${month}`;
  return `${weekday.slice(0, 3)} ${date} ${clockTime(at, timeZone)}`;
}

/** When somebody of the team answers, as a part of a sentence. */
export function answerTime({ opening, company, now }: TurnFacts, language: Language): string {
  if (opening.is_open_now) return textOf(language, 'when_open');
  if (opening.opens_at === null) return textOf(language, 'when_unknown');
  return openingWords(opening.opens_at, now, language, company.time_zone);
}

export function openingWords(at: string, now: string, language: Language, timeZone: string): string {
  const isToday = dateIn(timeZone, new Date(at)) === dateIn(timeZone, new Date(now));
  const values = { day: dayWords(at, language, timeZone), time: clockTime(at, timeZone) };
  return textOf(language, isToday ? 'when_today' : 'when_day', values);
}
