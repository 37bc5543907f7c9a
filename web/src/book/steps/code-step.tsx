import { useState, type FormEvent } from 'react';
import type { StepProps } from '../step-props.ts';
import { Failure, Field, Notice, styles, Title } from '../parts/parts.tsx';
import { useConfirm } from '../use-confirm.ts';
import { fill, useLanguage } from '../words.ts';
import { ChangedQuote } from './changed-quote.tsx';
import { HeldTime } from './held-time.tsx';

const CODE = /^\d{6}$/;

/** Asks for the code that was sent, and books. */
export function CodeStep(props: StepProps) {
  const { page, draft } = props;
  const { words } = useLanguage();
  const text = words.code;
  const [code, setCode] = useState('');
  const [isSentAgain, setSentAgain] = useState(false);
  const { confirm, isBusy, error, quote, chooseAgain } = useConfirm(props);
  const { hold, verification } = draft;
  if (!hold || !verification) return null;
  const isComplete = CODE.test(code);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isComplete) void confirm({ code });
  };
  const sendAgain = async () => setSentAgain(await confirm({}));
  const service = page.services.find(({ _id }) => _id === hold.service_id);
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title>{text.title}</Title>
      <p>{fill(verification.channel === 'email' ? text.sentEmail : text.sentWhatsapp, { to: verification.to })}</p>
      <Field
        label={text.field}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        onText={(value) => setCode(value.replaceAll(/\D/g, ''))}
      />
      {quote && (
        <ChangedQuote
          quote={quote}
          zone={hold.time_zone}
          onAccept={() => void confirm({ code, accept_quote: quote.id })}
          onRefuse={chooseAgain}
        />
      )}
      {error !== undefined && <Failure error={error} />}
      {isSentAgain && error === undefined && <Notice tone="good">{text.sentAgain}</Notice>}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={isBusy || !isComplete}>
          {page.needs_approval ? text.confirmRequest : text.confirm}
        </button>
      </div>
      <HeldTime hold={hold} serviceName={service?.name ?? ''} onChooseAgain={chooseAgain} />
      <div className={styles.actions}>
        <button
          type="button"
          className={`${styles.button} ${styles.quiet}`}
          disabled={isBusy}
          onClick={() => void sendAgain()}
        >
          {text.again}
        </button>
        <button type="button" className={`${styles.button} ${styles.quiet}`} onClick={() => window.history.back()}>
          {text.change}
        </button>
      </div>
    </form>
  );
}
