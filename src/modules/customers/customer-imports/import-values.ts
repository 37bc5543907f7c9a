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
