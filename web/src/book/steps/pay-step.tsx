import { useState, type FormEvent } from 'react';
import { appointmentTime } from '#web/lib/time/company-time.ts';
import { countdownWords, priceWords } from '../formats.ts';
import { Failure, Field, Notice, styles, Title } from '../parts/parts.tsx';
import type { StepProps } from '../step-props.ts';
import { usePayment } from '../use-payment.ts';
import { fill, useLanguage } from '../words.ts';
import { useTimeLeft } from './held-time.tsx';
import { PixCode } from './pix-code.tsx';

const TAX_ID = /^(\d{11}|\d{14})$/;

/** The deposit of the held time: the visitor pays it, and the time is booked when the money arrives. */
export default function PayStep(props: StepProps) {
  const { page, change, go } = props;
  const language = useLanguage();
  const { words, locale } = language;
  const text = words.pay;
  const { payment, hold, pay, isBusy, error } = usePayment(props);
  const left = useTimeLeft(payment?.expires_at ?? null);
  if (!payment || !hold) return null;
  const chooseAgain = () => {
    change({ hold: null, verification: null, payment: null });
    go('time');
  };
  const { amount, currency, pix, needs_tax_id, status } = payment;
  const isOpen = status === 'open' && left > 0;
  const service = page.services.find(({ _id }) => _id === hold.service_id);
  return (
    <div className={styles.form}>
      <Title>{text.title}</Title>
      <section className={styles.card}>
        <dl className={styles.facts}>
          <dt>{service?.name ?? ''}</dt>
          <dd>{appointmentTime(hold.starts_at, hold.ends_at, { zone: hold.time_zone, locale })}</dd>
          <dt>{text.amount}</dt>
          <dd>{priceWords(amount, currency, language)}</dd>
        </dl>
        {isOpen && (
          <p className={styles.dim} role="timer">
            {fill(text.left, { time: countdownWords(left) })}
          </p>
        )}
      </section>
      {isOpen && pix && <PixCode pix={pix} />}
      {isOpen && !pix && <TaxIdForm isNeeded={needs_tax_id} isBusy={isBusy} onPay={pay} />}
      {isOpen && pix && <Notice>{page.needs_approval ? text.waitingRequest : text.waiting}</Notice>}
      {error !== undefined && <Failure error={error} />}
      {status === 'booked' && <Notice>{text.changed}</Notice>}
      {!isOpen && status !== 'booked' && (
        <>
          <Notice tone={status === 'refunded' ? 'late' : 'bad'}>
            {status === 'refunded' ? text.refunded : text.expired}
          </Notice>
          <div className={styles.actions}>
            <button type="button" className={`${styles.button} ${styles.primary}`} onClick={chooseAgain}>
              {words.details.chooseAgain}
            </button>
          </div>
        </>
      )}
    </div>
  );
}

interface TaxIdFormProps {
  isNeeded: boolean;
  isBusy: boolean;
  onPay: (taxId?: string) => void;
}

/** Asks for the CPF or CNPJ where the payment provider does not know it. */
function TaxIdForm({ isNeeded, isBusy, onPay }: TaxIdFormProps) {
  const text = useLanguage().words.pay;
  const [typed, setTyped] = useState('');
  const [isChecked, setChecked] = useState(false);
  const digits = typed.replaceAll(/\D/g, '');
  const isGood = TAX_ID.test(digits);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setChecked(true);
    if (!isNeeded) onPay();
    else if (isGood) onPay(digits);
  };
  return (
    <form className={styles.form} onSubmit={submit} noValidate>
      {isNeeded && (
        <Field
          label={text.taxId}
          value={typed}
          inputMode="numeric"
          autoComplete="off"
          maxLength={18}
          error={isChecked && !isGood ? text.taxIdWrong : undefined}
          onText={setTyped}
        />
      )}
      {isNeeded && <p className={styles.dim}>{text.taxIdWhy}</p>}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.primary}`} disabled={isBusy}>
          {isBusy ? text.making : text.make}
        </button>
      </div>
    </form>
  );
}
