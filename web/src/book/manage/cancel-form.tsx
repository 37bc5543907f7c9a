import { useState, type FormEvent } from 'react';
import { feeAfter } from '../error-words.ts';
import { priceWords } from '../formats.ts';
import { managePath } from '../first-answer.ts';
import { Failure, Field, styles } from '../parts/parts.tsx';
import { ask, type Appointment, type Managed } from '../visitor-api.ts';
import { fill, useLanguage } from '../words.ts';

const MAX_REASON = 500;

interface Props {
  token: string;
  appointment: Appointment;
  onCancelled: (managed: Managed) => void;
  onClose: () => void;
}

/** Names the fee, and cancels after a second yes. */
export function CancelForm({ token, appointment, onCancelled, onClose }: Props) {
  const language = useLanguage();
  const text = language.words.manage;
  const [reason, setReason] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { policy, currency } = appointment;
  const [fee, setFee] = useState(policy.cancel_fee);
  const cancel = async () => {
    setBusy(true);
    setError(undefined);
    try {
      const body = { expected_fee: fee, ...(reason.trim() === '' ? {} : { reason: reason.trim() }) };
      onCancelled(await ask<Managed>(`${managePath(token)}/cancel`, 'POST', body));
    } catch (failure) {
      setError(failure);
      setFee((shown) => feeAfter(failure, shown));
      setBusy(false);
    }
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void cancel();
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <h2 className={styles.subtitle}>{text.cancelTitle}</h2>
      <p className={styles.dim}>
        {fee > 0 ? fill(text.cancelFee, { fee: priceWords(fee, currency, language) }) : text.cancelFree}
      </p>
      <Field label={text.reason} value={reason} maxLength={MAX_REASON} autoComplete="off" onText={setReason} />
      {error !== undefined && <Failure error={error} />}
      <div className={styles.actions}>
        <button type="submit" className={`${styles.button} ${styles.danger}`} disabled={isBusy}>
          {text.cancelYes}
        </button>
        <button type="button" className={styles.button} onClick={onClose}>
          {text.cancelNo}
        </button>
      </div>
    </form>
  );
}
