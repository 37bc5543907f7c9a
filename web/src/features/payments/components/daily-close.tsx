import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Failure } from '#web/ui/failure.tsx';
import { dailyCloseQuery } from '../payments-queries.ts';
import { MethodTable } from './method-table.tsx';
import { SumCards } from './sum-cards.tsx';
import classes from './money.module.css';

/** What came in on a day, by method. @param date YYYY-MM-DD */
export function DailyClose({ date, today }: { date: string; today: string }) {
  const { t } = useTranslation('payments');
  const navigate = useNavigate();
  const { data: close, error, refetch } = useQuery(dailyCloseQuery(date));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('views.day')}>
      <label className={classes.day}>
        {t('close.day')}
        <input
          type="date"
          className={classes.date}
          value={date}
          max={today}
          onChange={({ target: { value } }) => {
            if (value) void navigate({ to: '/money', search: { view: 'day', date: value }, replace: true });
          }}
        />
      </label>
      {close ? (
        <>
          <SumCards sums={close} currency={close.currency} />
          <MethodTable rows={close.by_method} currency={close.currency} none={t('close.none')} />
        </>
      ) : (
        error && <Failure error={error} onRetry={() => void refetch()} />
      )}
    </div>
  );
}
