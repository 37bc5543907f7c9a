import { useState } from 'react';
import { Notice, styles, Title } from '../parts/parts.tsx';
import { API, type Managed } from '../visitor-api.ts';
import { managePath } from '../first-answer.ts';
import { policyLines } from '../policy-lines.ts';
import { fill, useLanguage } from '../words.ts';
import { AppointmentFacts } from './appointment-facts.tsx';
import { CancelForm } from './cancel-form.tsx';
import { MoveForm } from './move-form.tsx';
import { WantedProofs } from './wanted-proofs.tsx';

interface Props {
  token: string;
  managed: Managed;
  isNew: boolean;
  onChanged: (managed: Managed) => void;
}

type Result = 'cancelled' | 'moved' | 'movedRequest';

/** The appointment, and what its customer may do with it. */
export function AppointmentView({ token, managed, isNew, onChanged }: Props) {
  const { appointment, wanted_proofs: wanted } = managed;
  const language = useLanguage();
  const { words } = language;
  const text = words.manage;
  const [open, setOpen] = useState<'move' | 'cancel' | null>(null);
  const [result, setResult] = useState<Result>();
  const { status, policy, company_name: company, company_slug } = appointment;
  const isRequest = status === 'pending';
  const done = (name: Result) => (changed: Managed) => {
    setOpen(null);
    setResult(name === 'moved' && changed.appointment.status === 'pending' ? 'movedRequest' : name);
    onChanged(changed);
    window.scrollTo(0, 0);
  };
  const title = !isNew || result ? text.title : isRequest ? words.booked.titleRequest : words.booked.title;
  return (
    <>
      <Title>{title}</Title>
      {isNew && !result && (
        <Notice tone="good">
          <p>{isRequest ? fill(words.booked.textRequest, { company }) : words.booked.text}</p>
          <p>{words.booked.keep}</p>
        </Notice>
      )}
      {result && <Notice tone="good">{text[result]}</Notice>}
      <AppointmentFacts appointment={appointment} />
      {wanted.length > 0 && open === null && (
        <WantedProofs token={token} company={company} wanted={wanted} onSent={onChanged} />
      )}
      {open === 'move' && (
        <MoveForm token={token} appointment={appointment} onMoved={done('moved')} onClose={() => setOpen(null)} />
      )}
      {open === 'cancel' && (
        <CancelForm
          token={token}
          appointment={appointment}
          onCancelled={done('cancelled')}
          onClose={() => setOpen(null)}
        />
      )}
      {open === null && (
        <div className={styles.form}>
          {status !== 'cancelled' && (
            <a className={styles.button} href={`${API}/${managePath(token)}.ics`} download>
              {text.calendar}
            </a>
          )}
          {policy.can_reschedule && (
            <button type="button" className={styles.button} onClick={() => setOpen('move')}>
              {text.move}
            </button>
          )}
          {policy.can_cancel && (
            <button type="button" className={`${styles.button} ${styles.danger}`} onClick={() => setOpen('cancel')}>
              {text.cancel}
            </button>
          )}
          {policy.can_cancel && !policy.can_reschedule && <p className={styles.dim}>{text.noMoreMoves}</p>}
          {!policy.can_cancel && status !== 'cancelled' && <p className={styles.dim}>{text.noChange}</p>}
          {policy.can_cancel && (
            <ul className={styles.lines} aria-label={words.time.conditions}>
              {policyLines(policy, language).map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          {company_slug !== null && (
            <a className={`${styles.button} ${styles.quiet}`} href={`/book/${company_slug}`}>
              {text.another}
            </a>
          )}
        </div>
      )}
    </>
  );
}
