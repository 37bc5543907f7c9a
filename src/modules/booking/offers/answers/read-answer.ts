import {
  ARTICLES,
  DOUBTS,
  FILLERS,
  LAST,
  MONDAY_OR_SECOND,
  NUMBERS,
  ORDINALS,
  TIME_WORDS,
  WEEKDAYS,
} from './answer-words.js';

/** An offered time as the parser needs it. */
export interface ReadableTime {
  readonly label: string;
  /** "HH:MM" on the clock of the company. */
  readonly time: string;
  /** ISO, 1 is Monday. */
  readonly weekday: number;
}

const MINUTES_AN_HOUR = 60;
const HALF_DAY = 12 * MINUTES_AN_HOUR;
const DAY = 2 * HALF_DAY;
/** Longer texts say more than a choice. */
const MAX_WORDS = 12;

/** The claims that a text makes about the chosen time. */
interface Claims {
  places: Set<number>;
  /** Minutes since midnight; a time without "am" or "pm" before 12:00 may also be in the afternoon. */
  times: { minute: number; isExact: boolean }[];
  weekdays: Set<number>;
}

/**
 * The place of the offered time that a text means: "2", "the second one", "a segunda", "10:30", "às 10", "terça às 10h".
 * Null unless the text says nothing else and means exactly one of them.
 * @param isAskedLast false: the text may answer a later question, so only the label of a button counts
 */
export function readAnswer(text: string, times: readonly ReadableTime[], isAskedLast = true): number | null {
  if (text.includes('?') || text.includes('¿')) return null;
  const folded = fold(text);
  const byLabel = times.findIndex(({ label }) => fold(label) === folded);
  if (byLabel >= 0) return byLabel;
  if (!isAskedLast) return null;
  const words = folded.split(' ').filter(Boolean);
  if (words.length === 0 || words.length > MAX_WORDS) return null;
  const claims = claimsOf(words, times.length);
  if (!claims) return null;
  const fitting = times.flatMap((time, place) => (isMeant(claims, time, place, times) ? [place] : []));
  const [only, ...others] = fitting;
  return only !== undefined && others.length === 0 ? only : null;
}

/** Lower case without accents; "10h30" and "10.30" become "10:30", keycaps become digits. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\ufe0f\u20e3]/g, '')
    .toLowerCase()
    .replace(/\b(\d{1,2})\s?(?:h|hs|hrs|horas?)\s?(\d{2})\b/g, '$1:$2')
    .replace(/\b(\d{1,2})\s?(?:h|hs|hrs|horas?)\b/g, '$1:00')
    .replace(/\b(\d{1,2})\.(\d{2})\b/g, '$1:$2')
    .replace(/\b(\d{1,2}(?::\d{2})?)\s?([ap])\.?\s?m\b\.?/g, '$1$2m')
    .replace(/(?<!\d):|:(?!\d)/g, ' ')
    .replace(/[^\p{L}\p{N}:]+/gu, ' ')
    .trim();
}

/** Null if a word says something else, or the text makes no claim. */
function claimsOf(words: readonly string[], count: number): Claims | null {
  const claims: Claims = { places: new Set(), times: [], weekdays: new Set() };
  for (const [index, word] of words.entries()) {
    const [before, after] = [words[index - 1] ?? '', words[index + 1] ?? ''];
    if (isDoubt(word, after)) return null;
    if (claimTime(claims, word, before)) continue;
    if (claimDay(claims, word, before, after, words.length)) continue;
    const place = placeOf(word, before, count);
    if (place !== null) claims.places.add(place);
    else if (!FILLERS.has(word)) return null;
  }
  const isEmpty = claims.places.size + claims.times.length + claims.weekdays.size === 0;
  return isEmpty ? null : claims;
}

/** In Portuguese "no" also means "on the": "no sábado". */
function isDoubt(word: string, after: string): boolean {
  return DOUBTS.has(word) && !(word === 'no' && weekdayOf(after) > 0);
}

function claimTime({ times }: Claims, word: string, before: string): boolean {
  const [, hours, minutes = '00', half] = /^(\d{1,2})(?::(\d{2}))?([ap]m)?$/.exec(word) ?? [];
  const isTime = word.includes(':') || half !== undefined || TIME_WORDS.includes(before);
  // "a las 10" in Spanish, "as 10" in Portuguese.
  if (hours === undefined || !(isTime || before === 'las')) return false;
  const minute = (Number(hours) % 24) * MINUTES_AN_HOUR + Number(minutes);
  if (half === undefined) times.push({ minute, isExact: minute >= HALF_DAY || minute < MINUTES_AN_HOUR });
  else times.push({ minute: (minute % HALF_DAY) + (half === 'pm' ? HALF_DAY : 0), isExact: true });
  return true;
}

function claimDay({ weekdays, places }: Claims, word: string, before: string, after: string, count: number): boolean {
  if (word === MONDAY_OR_SECOND) {
    const isMonday = before === 'na' || after === 'feira';
    // "segunda" alone may mean either.
    if (!isMonday && count === 1) places.add(-1);
    else if (isMonday) weekdays.add(1);
    else places.add(1);
    return true;
  }
  const weekday = weekdayOf(word);
  if (weekday > 0) weekdays.add(weekday);
  return weekday > 0;
}

const weekdayOf = (word: string): number => WEEKDAYS.findIndex((names) => names.includes(word)) + 1;

function placeOf(word: string, before: string, count: number): number | null {
  if (LAST.includes(word)) return count - 1;
  const ordinal = ORDINALS.findIndex((names) => names.includes(word));
  if (ordinal >= 0) return ordinal;
  const number = NUMBERS.findIndex((names) => names.includes(word));
  if (number < 0) return null;
  // "the second one" and "the last one" name one time, not the first.
  const isPronoun = word === 'one' && (before === 'last' || ARTICLES.includes(before) || isOrdinal(before));
  return isPronoun ? null : number;
}

const isOrdinal = (word: string): boolean => ORDINALS.some((names) => names.includes(word));

function isMeant(
  { places, times, weekdays }: Claims,
  offered: ReadableTime,
  place: number,
  all: readonly ReadableTime[],
): boolean {
  if (places.size > 1 || times.length > 1 || weekdays.size > 1) return false;
  if (places.size === 1 && !places.has(place)) return false;
  if (weekdays.size === 1 && !weekdays.has(offered.weekday)) return false;
  const [claimed] = times;
  return !claimed || minuteOf(offered) === meantMinute(claimed, all);
}

/** "2:30" means 14:30 where no time at 2:30 is offered. */
function meantMinute({ minute, isExact }: Claims['times'][number], all: readonly ReadableTime[]): number {
  const isOffered = all.some((offered) => minuteOf(offered) === minute);
  return isExact || isOffered ? minute : (minute + HALF_DAY) % DAY;
}

function minuteOf({ time }: ReadableTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * MINUTES_AN_HOUR + minutes;
}
