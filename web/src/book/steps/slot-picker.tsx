import { useState } from 'react';
import { clockTime } from '#web/lib/time/company-time.ts';
import { partsOfDay } from '../draft.ts';
import { isOwnClock, offsetOf, placeOf } from '../formats.ts';
import { dayWords } from '../month-grid.ts';
import { Notice, styles } from '../parts/parts.tsx';
import type { Slots } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import { MonthGrid } from './month-grid.tsx';
import grid from './slot-picker.module.css';

interface Props {
  slots: Slots;
  /** The start that is chosen. */
  chosen: string | null;
  onChoose: (startsAt: string) => void;
}

/** A month with the days that have free times, and the times of one day. */
export function SlotPicker({ slots, chosen, onChoose }: Props) {
  const { words, locale } = useLanguage();
  const { days, time_zone: zone } = slots;
  const open = days.filter((day) => day.slots.length > 0);
  const chosenDay = open.find((day) => day.slots.some(({ starts_at }) => starts_at === chosen));
  const [date, setDate] = useState(chosenDay?.date ?? open[0]?.date);
  const day = open.find((one) => one.date === date) ?? open[0];
  if (!day) return null;
  const settings = { zone, locale };
  const first = day.slots[0]!.starts_at;
  return (
    <div className={styles.form}>
      {!isOwnClock(first, zone) && (
        <Notice>{fill(words.zone, { place: placeOf(zone), offset: offsetOf(first, zone, locale) })}</Notice>
      )}
      <MonthGrid key={days[0]?.date} days={days} date={day.date} onChoose={setDate} />
      <section className={styles.form} aria-live="polite">
        <h2 className={styles.subtitle}>{dayWords(day.date, locale)}</h2>
        {partsOfDay(day.slots, (instant) => Number(clockTime(instant, settings).slice(0, 2))).map(({ part, slots }) => (
          <div key={part} role="group" aria-label={words.time[part]}>
            <p className={styles.dim}>{words.time[part]}</p>
            <div className={grid.times}>
              {slots.map(({ starts_at }) => (
                <button
                  key={starts_at}
                  type="button"
                  className={grid.time}
                  aria-pressed={starts_at === chosen}
                  onClick={() => onChoose(starts_at)}
                >
                  {clockTime(starts_at, settings)}
                </button>
              ))}
            </div>
          </div>
        ))}
      </section>
    </div>
  );
}
