import './payments-live.ts';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import filters from '#web/ui/filter-bar.module.css';
import { TablePage } from '#web/ui/table-page.tsx';
import { DailyClose } from './components/daily-close.tsx';
import { MonthReport } from './components/month-report.tsx';
import { PaymentList } from './components/payment-list.tsx';
import { MONEY_VIEWS } from './money-search.ts';

const route = getRouteApi('/staff/money');

/** The money of the company: the close of a day, all payments, and for managers the months. */
export function MoneyPage() {
  const { t } = useTranslation('payments');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const isManager = useIsManager();
  const today = dateOf(useNow(), useTimeSettings());
  const { view = 'day', date = today } = search;
  return (
    <TablePage title={t('title')}>
      <div className={filters.bar} role="group" aria-label={t('views.label')}>
        {MONEY_VIEWS.filter((name) => isManager || name !== 'months').map((name) => (
          <button
            key={name}
            type="button"
            className={filters.chip}
            aria-pressed={name === view}
            onClick={() => void navigate({ search: { ...search, view: name }, replace: true })}
          >
            {t(`views.${name}`)}
          </button>
        ))}
      </div>
      {view === 'list' ? (
        <PaymentList search={search} />
      ) : view === 'months' && isManager ? (
        <MonthReport year={today.slice(0, 4)} />
      ) : (
        <DailyClose date={date} today={today} />
      )}
    </TablePage>
  );
}
