import { foldText } from '../../../core/text/index.js';
import { isCalendarDate } from '../../../core/http/index.js';

/** How dates such as 03/04/2026 are read; 2026-04-03 is always understood. */
export const DATE_ORDERS = ['day_first', 'month_first'] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

const SHORT_YEAR_PIVOT = 70;
const KG_PER_POUND = 0.453_592_37;

const YES = ['yes', 'y', 'true', '1', 'x', 'vip', 'sim', 's', 'verdadeiro'];
const FEMALE = ['f', 'female', 'femea', 'girl', 'spayed'];
const MALE = ['m', 'male', 'macho', 'boy', 'neutered'];

/** Species by the words of files in English and Portuguese. Others stay as they are written. */
const SPECIES: Readonly<Record<string, readonly string[]>> = {
  dog: ['dog', 'dogs', 'canine', 'cao', 'cachorro', 'cachorra', 'cadela', 'canino', 'canina'],
  cat: ['cat', 'cats', 'feline', 'gato', 'gata', 'felino', 'felina'],
  rabbit: ['rabbit', 'coelho', 'coelha'],
  bird: ['bird', 'ave', 'passaro'],
  fish: ['fish', 'peixe'],
  horse: ['horse', 'cavalo', 'egua', 'equine', 'equino'],
};

/** @returns YYYY-MM-DD, or undefined for a text that is no date */
export function readDate(text: string, order: DateOrder): string | undefined {
  const [first = '', ...rest] = text.split(/[\sT]/);
  if (rest.length > 0 && !/\d{1,2}:\d{2}/.test(rest.join(' '))) return undefined;
  const parts = /^(\d{1,4})[-/.](\d{1,2})[-/.](\d{1,4})$/.exec(first)?.slice(1);
  if (!parts) return undefined;
  const [a = '', b = '', c = ''] = parts;
  const [year, month, day] = a.length === 4 ? [a, b, c] : order === 'day_first' ? [c, b, a] : [c, a, b];
  const date = `${fullYear(year)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isCalendarDate(date) ? date : undefined;
}

const MINUTES_AN_HOUR = 60;
const NOON = 12;

/** @returns HH:MM, or undefined for a text without a time of day; a date before the time is ignored */
export function readTime(text: string): string | undefined {
  const clock = /(?:^|[\sT])(\d{1,2})(?:[:h](\d{2})?)?(?::\d{2})?\s*(am|pm|a\.m\.|p\.m\.)?$/i;
  const [whole, hours = '', minutes = '00', half = ''] = clock.exec(text.trim()) ?? [];
  if (whole === undefined || !/[:h]|[ap]\.?m/i.test(whole)) return undefined;
  const isAfternoon = half.toLowerCase().startsWith('p');
  const hour = half === '' ? Number(hours) : (Number(hours) % NOON) + (isAfternoon ? NOON : 0);
  const isTime = hour < 24 && Number(minutes) < MINUTES_AN_HOUR && (half === '' || Number(hours) <= NOON);
  return isTime ? `${String(hour).padStart(2, '0')}:${minutes}` : undefined;
}

/** @returns minutes, for instance of 90, 90 min, 1:30, 1h30 or 1.5 h; undefined for a text that is no duration */
export function readDuration(text: string): number | undefined {
  const words = text.trim().toLowerCase();
  const [, minutes] = /^(\d+)\s*(?:m|min|mins|minutes?|minutos?)?\.?$/.exec(words) ?? [];
  if (minutes !== undefined) return Number(minutes);
  const [, hours, rest] =
    /^(\d+(?:[.,]\d+)?)\s*(?::|h|hrs?|hours?|horas?)\s*(?:e\s*)?(\d{1,2})?\s*(?:m|min)?\.?$/.exec(words) ?? [];
  if (hours === undefined) return undefined;
  return Math.round(Number(hours.replace(',', '.')) * MINUTES_AN_HOUR) + Number(rest ?? 0);
}

/** @returns a decimal number, for instance of R$ 1.234,50 or $1,234.50; undefined for a text that is no amount */
export function readAmount(text: string): number | undefined {
  const [digits] = /^\d[\d.,]*$/.exec(text.replace(/[^\d.,-]/g, '')) ?? [];
  if (digits === undefined) return undefined;
  const [, whole = digits, decimals = ''] = /^(.*)[.,](\d{1,2})$/.exec(digits) ?? [];
  return Number(`${whole.replace(/[.,]/g, '')}.${decimals || '0'}`);
}

/** @returns kilograms, or undefined for a text that is no weight; pounds are converted */
export function readWeight(text: string): number | undefined {
  const [, digits, unit = ''] = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?$/i.exec(text.trim()) ?? [];
  if (digits === undefined) return undefined;
  const value = Number(digits.replace(',', '.'));
  if (['', 'kg', 'kgs', 'kilos'].includes(unit.toLowerCase())) return value;
  const isPounds = ['lb', 'lbs', 'pounds'].includes(unit.toLowerCase());
  return isPounds ? Math.round(value * KG_PER_POUND * 100) / 100 : undefined;
}

export const readFlag = (text: string): boolean => YES.includes(foldText(text));

export function readSex(text: string): 'male' | 'female' | 'unknown' {
  const words = foldText(text).split(/[^a-z]+/);
  if (words.some((word) => FEMALE.includes(word))) return 'female';
  return words.some((word) => MALE.includes(word)) ? 'male' : 'unknown';
}

export function readSpecies(text: string): string {
  const name = foldText(text);
  return Object.keys(SPECIES).find((species) => SPECIES[species]?.includes(name)) ?? text;
}

export const readList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;|]/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
];

function fullYear(year: string): string {
  if (year.length > 2) return year.padStart(4, '0');
  return String(Number(year) + (Number(year) < SHORT_YEAR_PIVOT ? 2_000 : 1_900));
}
