import { useState } from 'react';
import { confirmBody, type DayPart, type WaitAnswers } from '../draft.ts';
import type { StepProps } from '../step-props.ts';
import { ask, type Joined, type Verification } from '../visitor-api.ts';

/** Hours of the parts of a day; a visit lies within them. */
const HOURS: Readonly<Record<DayPart, object>> = {
  any: {},
  morning: { from: '00:00', to: '12:00' },
  afternoon: { from: '12:00', to: '18:00' },
  evening: { from: '18:00', to: '24:00' },
};

/** Puts the visitor on the waitlist. The first call may send a code; a repeated call finds the same entry. */
export function useJoin({ slug, draft, change, onJoined }: StepProps, wait: WaitAnswers) {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>();
  const join = async (code?: string): Promise<boolean> => {
    setBusy(true);
    setError(undefined);
    const { serviceId, staffId, nights, contact } = draft;
    const body = {
      ...confirmBody(draft, code === undefined ? {} : { code }),
      client_key: wait.key,
      service_id: serviceId,
      window: { date_from: wait.from, date_to: wait.to, ...HOURS[wait.part] },
      ...(staffId === null ? {} : { staff_id: staffId }),
      ...(nights === null ? {} : { nights }),
    };
    try {
      const path = `${encodeURIComponent(slug)}/waitlist`;
      const answer = await ask<Joined | { verification: Verification }>(path, 'POST', body);
      if ('wait_token' in answer) onJoined(answer.wait_token);
      else change({ wait: { ...wait, codeTo: contact.email.trim() } });
      return true;
    } catch (failure) {
      setError(failure);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { join, isBusy, error };
}
