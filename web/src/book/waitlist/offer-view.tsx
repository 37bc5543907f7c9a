import { useState } from 'react';
import { appointmentTime, clockTime, dateOf } from '#web/lib/time/company-time.ts';
import { hasCode } from '../error-words.ts';
import { isOwnClock, offsetOf, placeOf, priceWords } from '../formats.ts';
import { waitPath } from '../first-answer.ts';
import { dayWords } from '../month-grid.ts';
import { Failure, Notice, styles, Title } from '../parts/parts.tsx';
import { ask, type Wait } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';

const ENDED = ['OFFER_ENDED', 'HOLD_EXPIRED', 'INVALID_TRANSITION'];

interface Props {
  token: string;
  wait: Wait;
  offer: NonNullable<Wait['offer']>;
  onBooked: (token: string) => void;
  onChanged: (wait: Wait) => void;
}

/** The offered time with its time limit. Nothing is booked before the customer says so. */
export function OfferView({ token, wait, offer, onBooked, onChanged }: Props) {
  const language = useLanguage();
  const { words, locale } = language;
  const text = words.waitlist;
  const settings = { zone: wait.time_zone, locale };
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const answer = async (word: 'accept' | 'decline') => {
    setBusy(true);
    setError(undefined);
    try {
      const changed = await ask<Wait>(`${waitPath(token)}/${word}`, 'POST', { offer_id: offer._id });
      if (changed.manage_token === null) onChanged(changed);
      else onBooked(changed.manage_token);
    } catch (failure) {
      // What became of the offer is shown by the entry, as it is now.
      if (hasCode(failure, ...ENDED)) await ask<Wait>(waitPath(token)).then(onChanged, setError);
      else setError(failure);
    } finally {
      setBusy(false);
    }
  };
  const until = `${dayWords(dateOf(offer.expires_at, settings), locale)}, ${clockTime(offer.expires_at, settings)}`;
  return (
    <div className={styles.form}>
      <Title>{text.offerTitle}</Title>
      {!isOwnClock(offer.starts_at, wait.time_zone) && (
        <Notice>
          {fill(words.zone, {
            place: placeOf(wait.time_zone),
            offset: offsetOf(offer.starts_at, wait.time_zone, locale),
          })}
        </Notice>
      )}
      <section className={styles.card} aria-label={words.time.summary}>
        <dl className={styles.facts}>
          <dt>{wait.service_name}</dt>
          <dd>{appointmentTime(offer.starts_at, offer.ends_at, settings)}</dd>
          {wait.pet_names.length > 0 && (
            <>
              <dt>{text.pets}</dt>
              <dd>{wait.pet_names.join(', ')}</dd>
            </>
          )}
          {offer.staff_name !== null && (
            <>
              <dt>{words.time.staff}</dt>
              <dd>{offer.staff_name}</dd>
            </>
          )}
          <dt>{words.time.total}</dt>
          <dd>{priceWords(offer.price, offer.currency, language)}</dd>
        </dl>
      </section>
      <Notice tone="late">{fill(text.kept, { until })}</Notice>
      {error !== undefined && <Failure error={error} />}
      <div className={styles.actions}>
        <button
          type="button"
          className={`${styles.button} ${styles.primary}`}
          disabled={isBusy}
          onClick={() => void answer('accept')}
        >
          {text.accept}
        </button>
        <button type="button" className={styles.button} disabled={isBusy} onClick={() => void answer('decline')}>
          {text.decline}
        </button>
      </div>
    </div>
  );
}
