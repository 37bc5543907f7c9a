import { useState } from 'react';
import { appointmentTime } from '#web/lib/time/company-time.ts';
import { feeAfter, hasCode } from '../error-words.ts';
import { priceWords } from '../formats.ts';
import { managePath } from '../first-answer.ts';
import { Failure, styles } from '../parts/parts.tsx';
import { TakenTime } from '../steps/taken-time.tsx';
import { TimeSearch } from '../steps/time-search.tsx';
import { ask, type Appointment, type Managed } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';

/** The link does not say how far ahead the company takes bookings; later days without times are shown as such. */
const HORIZON_DAYS = 365;

interface Props {
  token: string;
  appointment: Appointment;
  onMoved: (managed: Managed) => void;
  onClose: () => void;
}

/** Chooses another time, names the fee, and moves the appointment. */
export function MoveForm({ token, appointment, onMoved, onClose }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  const text = words.manage;
  const [chosen, setChosen] = useState<string | null>(null);
  const [search, setSearch] = useState(0);
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { policy, currency, time_zone: zone, starts_at, ends_at } = appointment;
  const [fee, setFee] = useState(policy.reschedule_fee);
  const move = async (to: string) => {
    setBusy(true);
    setError(undefined);
    try {
      const path = `${managePath(token)}/reschedule`;
      onMoved(await ask<Managed>(path, 'POST', { starts_at: to, expected_fee: fee }));
    } catch (failure) {
      setError(failure);
      setFee((shown) => feeAfter(failure, shown));
      setChosen(null);
      setSearch((count) => count + 1);
      setBusy(false);
    }
  };
  const endOf = (start: string): string =>
    new Date(Date.parse(start) + Date.parse(ends_at) - Date.parse(starts_at)).toISOString();
  return (
    <section className={styles.form}>
      <h2 className={styles.subtitle}>{text.moveTitle}</h2>
      {hasCode(error, 'SLOT_TAKEN') ? (
        <TakenTime error={error} zone={zone} onChoose={setChosen} />
      ) : (
        error !== undefined && <Failure error={error} />
      )}
      <TimeSearch
        key={search}
        path={`${managePath(token)}/slots`}
        zone={zone}
        horizonDays={HORIZON_DAYS}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen !== null && (
        <div className={styles.card}>
          <strong>{appointmentTime(chosen, endOf(chosen), { zone, locale })}</strong>
          <p className={styles.dim}>
            {fee > 0 ? fill(text.moveFee, { fee: priceWords(fee, currency, language) }) : text.moveFree}
          </p>
          <div className={styles.actions}>
            <button
              type="button"
              className={`${styles.button} ${styles.primary}`}
              disabled={isBusy}
              onClick={() => void move(chosen)}
            >
              {text.moveTo}
            </button>
          </div>
        </div>
      )}
      <button type="button" className={`${styles.button} ${styles.quiet}`} onClick={onClose}>
        {words.close}
      </button>
    </section>
  );
}
