import { lazy, Suspense } from 'react';
import { withPaymentWords } from '#web/lib/i18n/i18n.ts';
import type { Whose } from '../payments-queries.ts';

const PaymentSection = lazy(
  withPaymentWords(async () => ({ default: (await import('./payment-section.tsx')).PaymentSection })),
);

/** The payments of an appointment or a contact, loaded after the panel. */
export function LazyPaymentSection({ whose }: { whose: Whose }) {
  return (
    <Suspense fallback={null}>
      <PaymentSection whose={whose} />
    </Suspense>
  );
}
