import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { cancelPayment, type Payment, saveReceipt } from '../payments-queries.ts';
import { useMethodWords } from '../use-payment-words.ts';
import { PaymentStatus } from './payment-status.tsx';
import { RefundDialog } from './refund-dialog.tsx';
import classes from './payment-section.module.css';

/** One payment with what can be done with it. */
export function PaymentLine({ payment, onOpen }: { payment: Payment; onOpen: () => void }) {
  const { t } = useTranslation('payments');
  const time = useTimeSettings();
  const words = useMethodWords();
  const isManager = useIsManager();
  const [isRefunding, setRefunding] = useState(false);
  const save = useMutation({ mutationFn: () => saveReceipt(payment._id), onError: toastError });
  const cancel = useMutation({ mutationFn: () => cancelPayment(payment._id), onError: toastError });
  const { amount, refunded, currency, status } = payment;
  const isOpen = status === 'pending' || status === 'overdue';
  return (
    <>
      <div className={classes.line}>
        <strong>{moneyWords(amount, currency, time.locale)}</strong>
        <PaymentStatus status={status} />
      </div>
      <p className={classes.fact}>
        {words(payment)}, {listTime(payment.created_at, time)}
      </p>
      {refunded > 0 && (
        <p className={classes.fact}>{t('refund.done', { amount: moneyWords(refunded, currency, time.locale) })}</p>
      )}
      {payment.refunds.some((one) => one.status === 'requested') && (
        <p className={classes.fact}>{t('refund.waiting')}</p>
      )}
      {payment.description && <p className={classes.fact}>{payment.description}</p>}
      {payment.checkout?.problem && <p className={classes.fact}>{payment.checkout.problem}</p>}
      <div className={classes.buttons}>
        {payment.received > 0 && (
          <Button size="compact-sm" variant="subtle" loading={save.isPending} onClick={() => save.mutate()}>
            {t('receipt')}
          </Button>
        )}
        {isManager && payment.refundable > 0 && (
          <Button size="compact-sm" variant="subtle" onClick={() => setRefunding(true)}>
            {t('refund.open')}
          </Button>
        )}
        {isOpen && (
          <Button size="compact-sm" variant="subtle" onClick={onOpen}>
            {t('checkout.open')}
          </Button>
        )}
        {isOpen && (
          <Button size="compact-sm" variant="subtle" loading={cancel.isPending} onClick={() => cancel.mutate()}>
            {t('cancelIt')}
          </Button>
        )}
      </div>
      {isRefunding && <RefundDialog payment={payment} onClose={() => setRefunding(false)} />}
    </>
  );
}
