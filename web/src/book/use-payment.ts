import { useEffect, useEffectEvent, useState } from 'react';
import type { StepProps } from './step-props.ts';
import { ask, type Payment } from './visitor-api.ts';

const ASK_EVERY_MS = 4_000;

/** Makes the PIX of the deposit, and asks for its state until the time is booked. */
export function usePayment({ slug, draft, change, onBooked }: StepProps) {
  const { hold, payment } = draft;
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const path = `${encodeURIComponent(slug)}/holds/${hold?._id ?? ''}/payment`;
  const take = (answer: Payment) => {
    if (answer.booked) onBooked(answer.booked.manage_token);
    else change({ payment: answer });
  };
  const takeLatest = useEffectEvent(take);
  useEffect(() => {
    let isGone = false;
    const follow = async () => {
      if (document.hidden) return;
      // A poll that fails is repeated soon.
      const answer = await ask<Payment>(path).catch(() => null);
      if (answer && !isGone) takeLatest(answer);
    };
    const soon = () => void follow();
    soon();
    const timer = setInterval(soon, ASK_EVERY_MS);
    document.addEventListener('visibilitychange', soon);
    return () => {
      isGone = true;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', soon);
    };
  }, [path]);
  const pay = (taxId?: string): void => {
    setBusy(true);
    setError(undefined);
    void ask<Payment>(path, 'POST', taxId === undefined ? {} : { tax_id: taxId })
      .then(take, setError)
      .finally(() => setBusy(false));
  };
  return { payment, hold, pay, isBusy, error };
}
