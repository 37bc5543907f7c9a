import { useEffect, useState } from 'react';
import { appointmentTime } from '#web/lib/time/company-time.ts';
import { countdownWords, priceWords } from '../formats.ts';
import { styles } from '../parts/parts.tsx';
import { policyLines } from '../policy-lines.ts';
import { type Hold, serverNow } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';
import own from './held-time.module.css';

const SECOND_MS = 1_000;
/** From here on the countdown warns. */
const LATE_MS = 2 * 60_000;

interface Props {
  hold: Hold;
  serviceName: string;
  onChooseAgain: () => void;
}

/** The held time with its price, its conditions, and how long it stays reserved. */
export function HeldTime({ hold, serviceName, onChooseAgain }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  const left = useTimeLeft(hold.expires_at);
  const isOver = left <= 0;
  return (
    <section className={styles.card}>
      <div className={own.what}>
        <strong>{serviceName}</strong>
        <span>{appointmentTime(hold.starts_at, hold.ends_at, { zone: hold.time_zone, locale })}</span>
        <strong>{priceWords(hold.price, hold.currency, language)}</strong>
        {hold.deposit !== null && (
          <span>{fill(words.pay.due, { amount: priceWords(hold.deposit, hold.currency, language) })}</span>
        )}
      </div>
      {isOver ? (
        <div className={`${styles.notice} ${styles.bad}`} role="alert">
          <p>{words.details.ended}</p>
          <div className={styles.chips}>
            <button type="button" className={styles.chip} onClick={onChooseAgain}>
              {words.details.chooseAgain}
            </button>
          </div>
        </div>
      ) : (
        <p className={left < LATE_MS ? own.late : styles.dim} role="timer">
          {fill(words.details.reserved, { time: countdownWords(left) })}
        </p>
      )}
      <details>
        <summary className={own.summary}>{words.time.conditions}</summary>
        <ul className={styles.lines}>
          {policyLines(hold.policy, language).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}

export function useTimeLeft(until: string | null): number {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), SECOND_MS);
    return () => clearInterval(timer);
  }, []);
  return until === null ? Infinity : Date.parse(until) - now;
}
