import { useTranslation } from 'react-i18next';
import type { Payment } from '../payments-queries.ts';
import classes from './money.module.css';

/** The state of a payment in words. */
export function PaymentStatus({ status }: { status: Payment['status'] }) {
  const { t } = useTranslation('payments');
  return (
    <span className={classes.status} data-status={status}>
      {t(`statuses.${status}`)}
    </span>
  );
}
