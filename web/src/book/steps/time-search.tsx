import { useState } from 'react';
import { addDays, dateOf } from '#web/lib/time/company-time.ts';
import { Failure, Loading, Notice, styles } from '../parts/parts.tsx';
import { dayWords } from '../month-grid.ts';
import { useLoaded } from '../use-loaded.ts';
import { serverNow, type Slots } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import { SlotPicker } from './slot-picker.tsx';

/** The API searches so many days in one request. */
const SEARCH_DAYS = 62;

interface Props {
  /** Of the search, without the days. */
  path: string;
  zone: string;
  /** Customers may book so many days ahead. */
  horizonDays: number;
  chosen: string | null;
  onChoose: (startsAt: string) => void;
}

/** Free times of the next two months in one request; later days are loaded when they are asked for. */
export function TimeSearch({ path, zone, horizonDays, chosen, onChoose }: Props) {
  const { words, locale } = useLanguage();
  const [skipped, setSkipped] = useState(0);
  const today = dateOf(serverNow(), { zone, locale });
  const days = Math.min(SEARCH_DAYS, horizonDays + 1 - skipped);
  const [from, to] = [addDays(today, skipped), addDays(today, skipped + days - 1)];
  const { data, error, retry } = useLoaded<Slots>(`${path}${path.includes('?') ? '&' : '?'}from=${from}&to=${to}`);
  const isEmpty = data?.days.every(({ slots }) => slots.length === 0);
  const turn = (by: number, label: string) => (
    <button
      type="button"
      className={`${styles.button} ${styles.quiet}`}
      onClick={() => setSkipped((before) => Math.max(0, before + by))}
    >
      {label}
    </button>
  );
  return (
    <>
      {error !== undefined && <Failure error={error} onRetry={retry} />}
      {!data && error === undefined && <Loading />}
      {isEmpty && (
        <Notice>
          <p>{fill(words.time.none, { from: dayWords(from, locale), to: dayWords(to, locale) })}</p>
          <p>{words.time.noneAtAll}</p>
        </Notice>
      )}
      {data && !isEmpty && <SlotPicker key={from} slots={data} chosen={chosen} onChoose={onChoose} />}
      {(skipped > 0 || skipped + days <= horizonDays) && data && (
        <div className={styles.actions}>
          {skipped > 0 && turn(-SEARCH_DAYS, words.time.earlier)}
          {skipped + days <= horizonDays && turn(SEARCH_DAYS, words.time.later)}
        </div>
      )}
    </>
  );
}
