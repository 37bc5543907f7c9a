import { useState } from 'react';
import type { StepProps } from './step-props.ts';
import { confirmBody } from './draft.ts';
import { hasCode } from './error-words.ts';
import { ask, type Booked, type Payment, type Verification } from './visitor-api.ts';

/** The terms that these pets have instead of those that were held. */
export interface NewQuote {
  id: string;
  price: number | null;
  currency: string;
  starts_at: string;
  ends_at: string;
}

interface More {
  code?: string;
  accept_quote?: string;
}

/** Books the held time. The first call may send a code; a repeated call finds the same appointment. */
export function useConfirm({ slug, draft, change, go, onBooked }: StepProps) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const { hold, contact } = draft;

  const confirm = async (more: More): Promise<boolean> => {
    if (!hold) return false;
    setBusy(true);
    setError(undefined);
    const path = `${encodeURIComponent(slug)}/holds/${hold._id}/confirm`;
    try {
      const answer = await ask<Booked | { verification: Verification } | { payment: Payment }>(
        path,
        'POST',
        confirmBody(draft, more),
      );
      if ('manage_token' in answer) {
        onBooked(answer.manage_token);
        return true;
      }
      if ('payment' in answer) {
        change({ payment: answer.payment });
        return true;
      }
      const { verification } = answer;
      const to = verification.channel === 'email' ? contact.email.trim() : contact.phone.trim();
      // The hold lasts at least as long as the code.
      change({ verification: { ...verification, to }, hold: { ...hold, expires_at: verification.expires_at } });
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  const quote = hasCode(error, 'QUOTE_CHANGED') ? (error.details as { quote: NewQuote }).quote : undefined;
  const chooseAgain = () => {
    change({ hold: null, verification: null });
    go('time');
  };
  return { confirm, isBusy, error: quote ? undefined : error, quote, chooseAgain };
}
