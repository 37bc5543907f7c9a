import { dateFromText, foldWords } from '../../flow-core/index.js';
import type { PartOfDay } from '../facts.types.js';
import { hasPhrase, phrasesOf, wordsOf } from './word-match.js';

/** A wish for a time. Dates are YYYY-MM-DD, `time` is HH:MM; null where the text says nothing. */
export interface When {
  readonly from: string | null;
  readonly to: string | null;
  readonly part_of_day: PartOfDay | null;
  readonly time: string | null;
}

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_OF_WEEK = 7;
const SATURDAY = 6;
const NOON = 12;
/** A bare "3" means the afternoon: nobody opens before this hour. */
const EARLIEST_HOUR = 7;
const EVENING_HOUR = 18;

/** In Spanish "mañana" is also the morning, so these phrases are read first and taken away. */
const PARTS: readonly (readonly [PartOfDay, RegExp])[] = [
  [
    'morning',
    / (?:(?:de|da|pela) manha|(?:por|de|en|a) la manana|(?:in the|this) morning|mornings?|cedo|early|temprano) /g,
  ],
  ['evening', / (?:(?:a|de|da|pela) noite|(?:por|de|en|a) la noche|(?:in the|this) evening|evenings?|tonight) /g],
  [
    'afternoon',
    / (?:(?:a|de|da|pela) tarde|(?:por|de|en|a) la tarde|(?:in the|this) afternoon|afternoons?|depois do almoco|despues de comer|tarde) /g,
  ],
];
const GREETINGS =
  / (?:bom dia|boa tarde|boa noite|good (?:morning|afternoon|evening)|buen(?:os|as)? (?:dias?|tardes|noches)) /g;
const NEXT_WEEK = phrasesOf(
  'next week, semana que vem, proxima semana, semana que viene, la proxima semana, siguiente semana',
);
const THIS_WEEK = phrasesOf('this week, esta semana, nesta semana, essa semana, nessa semana');
const WEEKEND = phrasesOf('weekend, fim de semana, final de semana, fin de semana, finde');
const NOON_WORDS = / (?:noon|midday|meio dia|mediodia|medio dia) /;

/** What the text says about day and time. The day stands before the month; a weekday is the next one. @param today YYYY-MM-DD */
export function whenOf(text: string, today: string): When {
  const { part, rest } = partOfDayIn(text);
  const time = timesIn(text)[0] ?? null;
  const [from, to] = daysIn(rest, today);
  return { from, to, part_of_day: part ?? (time ? partAt(time) : null), time };
}

/** The part of the day, and the text without its words; dates with digits stay as they are. */
function partOfDayIn(text: string): { part: PartOfDay | null; rest: string } {
  let line = ` ${foldWords(text)} `.replace(GREETINGS, ' ');
  let part: PartOfDay | null = null;
  for (const [name, pattern] of PARTS) {
    const without = line.replace(pattern, ' ');
    if (without !== line) part ??= name;
    line = without;
  }
  return { part, rest: /\d\s*[/-]\s*\d/.test(text) ? text : line };
}

function daysIn(text: string, today: string): readonly [string | null, string | null] {
  const words = wordsOf(text);
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  const isNextWeek = hasPhrase(words, NEXT_WEEK);
  if (hasPhrase(words, WEEKEND)) {
    const saturday = plusDays(today, Math.max(0, SATURDAY - weekday));
    return [saturday, plusDays(saturday, 1)];
  }
  const day = dateFromText(text, today);
  const monday = plusDays(today, (DAYS_OF_WEEK + 1 - weekday) % DAYS_OF_WEEK || DAYS_OF_WEEK);
  if (day) return isNextWeek && day < monday ? [plusDays(day, DAYS_OF_WEEK), plusDays(day, DAYS_OF_WEEK)] : [day, day];
  if (isNextWeek) return [monday, plusDays(monday, DAYS_OF_WEEK - 1)];
  return hasPhrase(words, THIS_WEEK) ? [today, plusDays(monday, -1)] : [null, null];
}

export function plusDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

function partAt(time: string): PartOfDay {
  const hour = Number(time.slice(0, 2));
  if (hour < NOON) return 'morning';
  return hour < EVENING_HOUR ? 'afternoon' : 'evening';
}

const HALF = '(am|pm|a\\.m\\.|p\\.m\\.|da manha|de la manana|da tarde|de la tarde|da noite|de la noche)?';
/** "10:30", "10h30", "10h", "15 horas", "3 pm", and "at 3", "às 3", "a las 3". */
const CLOCK = new RegExp(
  `(?<![\\d/.,-])(?:(\\d{1,2})(?::|h)([0-5]\\d)|(\\d{1,2}) ?(?:h|hs|hrs|horas?|o'?clock)(?![a-z])|(?:(?<=(?:^|[^a-z])(?:at|as|las|la|after|depois das|despues de las|around|umas|unas) )(\\d{1,2}))|(\\d{1,2})(?= ?(?:am|pm|a\\.m\\.|p\\.m\\.|da manha|de la manana|da tarde|de la tarde|da noite|de la noche)))(?![\\d/]) ?(?:h|hs|hrs|horas?)? ?${HALF}`,
  'g',
);

/** All times of day in a text, HH:MM, in their order. */
export function timesIn(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').toLowerCase();
  const times = Array.from(plain.matchAll(CLOCK), (match) => {
    const minutes = match[2] ?? '00';
    const isBare = match[2] === undefined && match[3] === undefined;
    return timeOf(Number(match[1] ?? match[3] ?? match[4] ?? match[5]), minutes, match[6], isBare);
  });
  if (NOON_WORDS.test(` ${foldWords(text)} `)) times.push('12:00');
  return times.filter((time) => time !== null);
}

function timeOf(hour: number, minutes: string, half: string | undefined, isBare: boolean): string | null {
  const isMorning = half !== undefined && /^a|manha|manana/.test(half);
  const isLater = half !== undefined && !isMorning;
  const isAfternoon = (isLater && hour < NOON) || (!half && isBare && hour < EARLIEST_HOUR);
  const hours = isMorning && hour === NOON ? 0 : hour + (isAfternoon ? NOON : 0);
  return hours > 23 ? null : `${String(hours).padStart(2, '0')}:${minutes}`;
}
