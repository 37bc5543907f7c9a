import { useState } from 'react';
import { waitPath } from '../first-answer.ts';
import { dayWords } from '../month-grid.ts';
import { Failure, Notice, styles, Title } from '../parts/parts.tsx';
import { ask, type Wait } from '../visitor-api.ts';
import { fill, type Language, useLanguage } from '../words.ts';
import { titleOf } from './wait-title.ts';

interface Props {
  token: string;
  wait: Wait;
  isNew: boolean;
  onChanged: (wait: Wait) => void;
}

/** What the customer waits for, or how the waiting has ended. */
export function WaitView({ token, wait, isNew, onChanged }: Props) {
  const language = useLanguage();
  const { words } = language;
  const text = words.waitlist;
  const { state, link_offer, is_pending, manage_token, company_slug } = wait;
  const isWaiting = state === 'waiting' || state === 'offered';
  const isTaken = state === 'booked' || state === 'cancelled';
  const ended = link_offer === 'ended' && !isTaken ? text.ended : undefined;
  return (
    <div className={styles.form}>
      <Title>{titleOf(wait, words)}</Title>
      {is_pending && <p>{fill(words.booked.textRequest, { company: wait.company_name })}</p>}
      {state === 'cancelled' && <p>{text.cancelled}</p>}
      {isNew && isWaiting && (
        <Notice tone="good">
          <p>{text.joined}</p>
          <p>{text.keep}</p>
        </Notice>
      )}
      {ended !== undefined && <Notice tone="late">{isWaiting ? `${ended} ${text.stillWaiting}` : ended}</Notice>}
      {link_offer === 'declined' && isWaiting && <Notice>{text.declined}</Notice>}
      {isWaiting && <WaitFacts wait={wait} />}
      {isWaiting && <LeaveButton token={token} wait={wait} onChanged={onChanged} />}
      {manage_token !== null && (
        <a
          className={`${styles.button} ${styles.primary}`}
          href={`/booking/manage/${encodeURIComponent(manage_token)}`}
        >
          {text.seeAppointment}
        </a>
      )}
      {company_slug !== null && (
        <a className={`${styles.button} ${styles.quiet}`} href={`/book/${company_slug}`}>
          {text.another}
        </a>
      )}
    </div>
  );
}

function WaitFacts({ wait }: Pick<Props, 'wait'>) {
  const language = useLanguage();
  const { words } = language;
  return (
    <section className={styles.card}>
      <dl className={styles.facts}>
        <dt>{words.manage.service}</dt>
        <dd>{wait.service_name}</dd>
        {wait.pet_names.length > 0 && (
          <>
            <dt>{words.waitlist.pets}</dt>
            <dd>{wait.pet_names.join(', ')}</dd>
          </>
        )}
        <dt>{words.waitlist.days}</dt>
        <dd>{wait.windows.map((window) => windowWords(window, language)).join('; ')}</dd>
      </dl>
    </section>
  );
}

function LeaveButton({ token, wait, onChanged }: Omit<Props, 'isNew'>) {
  const text = useLanguage().words.waitlist;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const leave = async () => {
    setBusy(true);
    setError(undefined);
    try {
      await ask(waitPath(token), 'DELETE');
      onChanged({ ...wait, state: 'left', link_offer: null });
    } catch (failure) {
      setError(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      {error !== undefined && <Failure error={error} />}
      <button
        type="button"
        className={`${styles.button} ${styles.danger}`}
        disabled={isBusy}
        onClick={() => void leave()}
      >
        {text.leave}
      </button>
    </>
  );
}

function windowWords(
  { date_from, date_to, from, to }: Wait['windows'][number],
  { locale }: Pick<Language, 'locale'>,
): string {
  const days = [date_from, ...(date_to === date_from ? [] : [date_to])]
    .map((date) => dayWords(date, locale))
    .join(' – ');
  return from || to ? `${days}, ${from ?? '00:00'} – ${to ?? '24:00'}` : days;
}
