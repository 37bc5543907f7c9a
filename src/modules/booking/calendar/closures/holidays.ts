import { dateOf, dayNumberOf, weekdayOf } from '../../engine/index.js';

export const HOLIDAY_COUNTRIES = ['BR', 'US', 'PT', 'GB'] as const;
export type HolidayCountry = (typeof HOLIDAY_COUNTRIES)[number];

/** From this year on all rules below hold: 20 November became a national holiday in Brazil (Lei 14.759/2023). */
export const FIRST_HOLIDAY_YEAR = 2024;
export const LAST_HOLIDAY_YEAR = 2100;

export interface Holiday {
  name: string;
  date: string;
}

type DayOf = (year: number) => number;
type Table = readonly (readonly [name: string, day: DayOf])[];

const MONDAY = 1;
const THURSDAY = 4;
const SATURDAY = 6;

const on =
  (month: number, day: number): DayOf =>
  (year) =>
    dayNumber(year, month, day);
/** The nth weekday of a month; -1 is the last. */
const nth =
  (n: number, weekday: number, month: number): DayOf =>
  (year) => {
    const first = dayNumber(year, month, 1);
    const firstOfKind = first + ((weekday - weekdayOf(first) + 7) % 7);
    if (n > 0) return firstOfKind + 7 * (n - 1);
    const last = month === 12 ? dayNumber(year, 12, 31) : dayNumber(year, month + 1, 1) - 1;
    return last - ((weekdayOf(last) - weekday + 7) % 7);
  };
const fromEaster =
  (days: number): DayOf =>
  (year) =>
    easter(year) + days;
/** English bank holidays on a weekend move to the next working day. */
const substitute =
  (month: number, day: number, following: number): DayOf =>
  (year) => {
    const date = dayNumber(year, month, day);
    const weekday = weekdayOf(date);
    return weekday < SATURDAY ? date : date + (8 - weekday) + (weekday === SATURDAY ? 0 : following);
  };

/** National holidays. Companies add those of states and towns, and customary days such as carnival. */
const TABLES: Readonly<Record<HolidayCountry, Table>> = {
  // Leis 662/1949, 6.802/1980, 9.093/1995, 10.607/2002, 14.759/2023.
  BR: [
    ['Confraternização Universal', on(1, 1)],
    ['Sexta-feira Santa', fromEaster(-2)],
    ['Tiradentes', on(4, 21)],
    ['Dia do Trabalho', on(5, 1)],
    ['Independência do Brasil', on(9, 7)],
    ['Nossa Senhora Aparecida', on(10, 12)],
    ['Finados', on(11, 2)],
    ['Proclamação da República', on(11, 15)],
    ['Dia da Consciência Negra', on(11, 20)],
    ['Natal', on(12, 25)],
  ],
  // Federal holidays (5 U.S.C. 6103), not moved.
  US: [
    ['New Year’s Day', on(1, 1)],
    ['Martin Luther King Jr. Day', nth(3, MONDAY, 1)],
    ['Washington’s Birthday', nth(3, MONDAY, 2)],
    ['Memorial Day', nth(-1, MONDAY, 5)],
    ['Juneteenth', on(6, 19)],
    ['Independence Day', on(7, 4)],
    ['Labor Day', nth(1, MONDAY, 9)],
    ['Columbus Day', nth(2, MONDAY, 10)],
    ['Veterans Day', on(11, 11)],
    ['Thanksgiving', nth(4, THURSDAY, 11)],
    ['Christmas Day', on(12, 25)],
  ],
  // Código do Trabalho, artigo 234.
  PT: [
    ['Ano Novo', on(1, 1)],
    ['Sexta-feira Santa', fromEaster(-2)],
    ['Páscoa', fromEaster(0)],
    ['Dia da Liberdade', on(4, 25)],
    ['Dia do Trabalhador', on(5, 1)],
    ['Corpo de Deus', fromEaster(60)],
    ['Dia de Portugal', on(6, 10)],
    ['Assunção de Nossa Senhora', on(8, 15)],
    ['Implantação da República', on(10, 5)],
    ['Todos os Santos', on(11, 1)],
    ['Restauração da Independência', on(12, 1)],
    ['Imaculada Conceição', on(12, 8)],
    ['Natal', on(12, 25)],
  ],
  // England and Wales; a weekend day and its substitute.
  GB: [
    ['New Year’s Day', on(1, 1)],
    ['New Year’s Day (substitute day)', substitute(1, 1, 0)],
    ['Good Friday', fromEaster(-2)],
    ['Easter Monday', fromEaster(1)],
    ['Early May bank holiday', nth(1, MONDAY, 5)],
    ['Spring bank holiday', nth(-1, MONDAY, 5)],
    ['Summer bank holiday', nth(-1, MONDAY, 8)],
    ['Christmas Day', on(12, 25)],
    ['Boxing Day', on(12, 26)],
    ['Christmas Day (substitute day)', substitute(12, 25, 1)],
    ['Boxing Day (substitute day)', substitute(12, 26, 1)],
  ],
};

/** Sorted by date; one holiday per day. */
export function holidaysOf(country: HolidayCountry, year: number): Holiday[] {
  const holidays = new Map<number, string>();
  for (const [name, day] of TABLES[country]) if (!holidays.has(day(year))) holidays.set(day(year), name);
  return [...holidays].sort(([one], [other]) => one - other).map(([day, name]) => ({ name, date: dateOf(day) }));
}

/** Day number of Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): number {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const inMarch = h + l - 7 * m + 22;
  return dayNumber(year, 3, 1) + inMarch - 1;
}

function dayNumber(year: number, month: number, day: number): number {
  const two = (value: number): string => String(value).padStart(2, '0');
  return dayNumberOf(`${year}-${two(month)}-${two(day)}`);
}
