import { useState } from 'react';
import { dayWords, monthsBetween, monthWords, weekdayWords, weeksOf } from '../month-grid.ts';
import type { Slots } from '../visitor-api.ts';
import { plural, useLanguage } from '../words.ts';
import styles from './slot-picker.module.css';

interface Props {
  days: Slots['days'];
  date: string;
  onChoose: (date: string) => void;
}

/** The days of a month; those without free times cannot be chosen. */
export function MonthGrid({ days, date, onChoose }: Props) {
  const { words, locale } = useLanguage();
  const months = monthsBetween(days[0]!.date, days.at(-1)!.date);
  const [month, setMonth] = useState(date.slice(0, 7));
  const at = months.indexOf(month);
  const free = new Map(days.map((day) => [day.date, day.slots.length]));
  const weeks = weeksOf(month).filter((week) => week.some((day) => day !== undefined && free.has(day)));
  const nameOf = (day: string, count: number): string =>
    `${dayWords(day, locale)}, ${count > 0 ? plural(words.time, { name: 'free', count, locale }) : words.time.noneThatDay}`;
  const turn = (by: number, label: string, sign: string) => (
    <button
      type="button"
      className={styles.turn}
      aria-label={label}
      disabled={months[at + by] === undefined}
      onClick={() => setMonth(months[at + by] ?? month)}
    >
      {sign}
    </button>
  );
  return (
    <div>
      <div className={styles.head}>
        {turn(-1, words.time.previous, '‹')}
        <h2 className={styles.month} aria-live="polite">
          {monthWords(month, locale)}
        </h2>
        {turn(1, words.time.nextMonth, '›')}
      </div>
      <div className={styles.week} aria-hidden>
        {weekdayWords(locale).map((name) => (
          <span key={name} className={styles.weekday}>
            {name}
          </span>
        ))}
      </div>
      {weeks.map((week) => (
        <div key={week.find(Boolean)} className={styles.week}>
          {week.map((day, index) => {
            if (day === undefined) return <span key={index} />;
            const count = free.get(day) ?? 0;
            return (
              <button
                key={day}
                type="button"
                className={styles.day}
                disabled={count === 0}
                aria-label={nameOf(day, count)}
                aria-pressed={day === date}
                onClick={() => onChoose(day)}
              >
                {Number(day.slice(-2))}
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}
