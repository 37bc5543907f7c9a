import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import filters from '#web/ui/filter-bar.module.css';
import cells from '#web/ui/row-cells.module.css';
import { TableList } from '#web/ui/table-list.tsx';
import { METHODS, type MoneySearch, readMoneySearch, STATUSES } from '../money-search.ts';
import { type PaymentRow, paymentListQuery } from '../payments-queries.ts';
import { useMethodWords } from '../use-payment-words.ts';
import { PaymentStatus } from './payment-status.tsx';

const COLUMNS = ['when', 'customer', 'method', 'status', 'amount'] as const;

/** All payments, the newest first. */
export function PaymentList({ search }: { search: MoneySearch }) {
  const { t } = useTranslation('payments');
  const { status, method } = search;
  const filter = { ...(status ? { status } : {}), ...(method ? { method } : {}) };
  return (
    <>
      <div className={filters.bar}>
        <Choices name="status" values={STATUSES} search={search} />
        <Choices name="method" values={METHODS} search={search} />
      </div>
      <TableList<PaymentRow>
        label={t('views.list')}
        columns={COLUMNS.map((column) => t(`columns.${column}`))}
        layout="payments"
        query={useInfiniteQuery(paymentListQuery(filter))}
        keyOf={({ _id }) => _id}
        empty={<EmptyState title={t('list.none')} text={t('list.hint')} />}
      >
        {(payment) => <PaymentCells payment={payment} />}
      </TableList>
    </>
  );
}

interface ChoicesProps {
  name: 'status' | 'method';
  values: readonly string[];
  search: MoneySearch;
}

function Choices({ name, values, search }: ChoicesProps) {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const chosen = search[name];
  const words = {
    status: (one: string) => t(`statuses.${one as 'received'}`),
    method: (one: string) => t(`methods.${one as 'pix'}`),
  };
  return (
    <select
      className={filters.select}
      aria-label={t(`columns.${name}`)}
      value={chosen ?? ''}
      data-chosen={chosen}
      onChange={({ target: { value } }) => {
        void navigate({ to: '/money', search: readMoneySearch({ ...search, [name]: value }), replace: true });
      }}
    >
      <option value="">{t(`all.${name}`)}</option>
      {values.map((one) => (
        <option key={one} value={one}>
          {words[name](one)}
        </option>
      ))}
    </select>
  );
}

function PaymentCells({ payment }: { payment: PaymentRow }) {
  const words = useMethodWords();
  const time = useTimeSettings();
  const { contact, amount, currency, description, created_at, refunded } = payment;
  return (
    <>
      <span role="cell" className={cells.words}>
        {listTime(created_at, time)}
      </span>
      <span role="cell">
        {contact && (
          <Link to="/contacts/$id" params={{ id: contact._id }} className={cells.link}>
            {contact.full_name}
          </Link>
        )}
        {description && <small className={cells.below}>{description}</small>}
      </span>
      <span role="cell">{words(payment)}</span>
      <span role="cell">
        <PaymentStatus status={payment.status} />
      </span>
      <span role="cell">
        {moneyWords(amount, currency, time.locale)}
        {refunded > 0 && <small className={cells.below}>−{moneyWords(refunded, currency, time.locale)}</small>}
      </span>
    </>
  );
}
