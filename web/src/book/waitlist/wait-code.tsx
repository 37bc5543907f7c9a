import { type FormEvent, useState } from 'react';
import { Failure, Field, Notice, styles, Title } from '../parts/parts.tsx';
import { fill, useLanguage } from '../words.ts';

const CODE = /^\d{6}$/;

interface Props {
  to: string;
  isBusy: boolean;
  error: unknown;
  /** Without a code it sends a new one. @returns whether it went well */
  join: (code?: string) => Promise<boolean>;
  onChange: () => void;
}

/** Asks for the code that was mailed, and joins. */
export function WaitCode({ to, isBusy, error, join, onChange }: Props) {
  const { words } = useLanguage();
  const text = words.code;
  const [code, setCode] = useState('');
  const [isSentAgain, setSentAgain] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (CODE.test(code)) void join(code);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      <Title>{text.title}</Title>
      <p>{fill(text.sentEmail, { to })}</p>
      <Field
        label={text.field}
        value={code}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={6}
        onText={(value) => setCode(value.replaceAll(/\D/g, ''))}
      />
      {isSentAgain && error === undefined && <Notice>{text.sentAgain}</Notice>}
      {error !== undefined && <Failure error={error} />}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={isBusy || !CODE.test(code)}>
          {words.waitlist.send}
        </button>
        <button
          type="button"
          className={styles.button}
          disabled={isBusy}
          onClick={() => void join().then((isSent) => setSentAgain(isSent))}
        >
          {text.again}
        </button>
      </div>
      <button type="button" className={`${styles.button} ${styles.quiet}`} onClick={onChange}>
        {text.change}
      </button>
    </form>
  );
}
