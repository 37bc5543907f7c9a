import { useEffect, useRef } from 'react';
import { appointmentTime } from '#web/lib/time/company-time.ts';
import { priceWords } from '../formats.ts';
import { styles } from '../parts/parts.tsx';
import { policyLines } from '../policy-lines.ts';
import type { BookableService, BookingPage } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';

const MINUTE_MS = 60_000;

interface Props {
  startsAt: string;
  page: BookingPage;
  /** With the price and duration of this visit. */
  service: BookableService;
  isBusy: boolean;
  onReserve: () => void;
}

/** The chosen time with price and conditions, before it is reserved. */
export function ChosenTime({ startsAt, page, service, isBusy, onReserve }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  const box = useRef<HTMLElement>(null);
  useEffect(() => {
    void box.current?.scrollIntoView({ behavior: 'smooth', block: 'nearest' });
  }, [startsAt]);
  const { name, price, currency, kind, duration_min, policy } = service;
  const minutes = kind === 'timed' ? duration_min : 0;
  const endsAt = new Date(Date.parse(startsAt) + minutes * MINUTE_MS).toISOString();
  return (
    <section ref={box} className={styles.card} aria-label={words.time.summary}>
      <dl className={styles.facts}>
        <dt>{name}</dt>
        <dd>{appointmentTime(startsAt, endsAt, { zone: page.time_zone, locale })}</dd>
        <dt>{words.time.total}</dt>
        <dd>{priceWords(price, currency, language)}</dd>
      </dl>
      <div>
        <h2 className={styles.label}>{words.time.conditions}</h2>
        <ul className={styles.lines}>
          {page.needs_approval && <li>{fill(words.policy.approval, { company: page.company_name })}</li>}
          {policyLines(policy, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      <div className={styles.actions}>
        <button type="button" className={`${styles.button} ${styles.primary}`} disabled={isBusy} onClick={onReserve}>
          {isBusy ? words.time.reserving : words.time.reserve}
        </button>
      </div>
    </section>
  );
}
