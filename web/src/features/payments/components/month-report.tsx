import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { Failure } from '#web/ui/failure.tsx';
import filters from '#web/ui/filter-bar.module.css';
import { moneyReportQuery, saveMoneyFile } from '../payments-queries.ts';
import { MethodTable } from './method-table.tsx';
import { SumCards } from './sum-cards.tsx';
import classes from './money.module.css';

const SHOWN_YEARS = 4;

/** The owner's report: each month of a year by method, and the file for the bookkeeper. @param year this year */
export function MonthReport({ year: thisYear }: { year: string }) {
  const { t } = useTranslation('payments');
  const { locale } = useTimeSettings();
  const [year, setYear] = useState(thisYear);
  const { data: report, error, refetch } = useQuery(moneyReportQuery(year));
  const save = useMutation({ mutationFn: () => saveMoneyFile(year), onError: toastError });
  const years = Array.from({ length: SHOWN_YEARS }, (_, back) => String(Number(thisYear) - back));
  const nameOf = (month: string): string =>
    new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' }).format(new Date(`${month}-01T00:00:00Z`));
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('views.months')}>
      <div className={classes.day}>
        <select
          className={filters.select}
          aria-label={t('months.year')}
          value={year}
          onChange={({ target }) => setYear(target.value)}
        >
          {years.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
        <Button variant="default" loading={save.isPending} onClick={() => save.mutate()}>
          {t('months.file')}
        </Button>
      </div>
      {!report && error && <Failure error={error} onRetry={() => void refetch()} />}
      {report && <SumCards sums={report} currency={report.currency} />}
      {report?.by_month.length === 0 && <p className={classes.none}>{t('months.none')}</p>}
      {report?.by_month.map(({ month, by_method }) => (
        <section key={month} aria-label={nameOf(month)}>
          <h2 className={classes.month}>{nameOf(month)}</h2>
          <MethodTable rows={by_method} currency={report.currency} none={t('months.none')} />
        </section>
      ))}
    </div>
  );
}
