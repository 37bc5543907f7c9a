import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import type { Sums } from '../payments-queries.ts';
import classes from './money.module.css';

/** What came in, what went back, and what is left. */
export function SumCards({ sums, currency }: { sums: Pick<Sums, 'received' | 'refunded' | 'net'>; currency: string }) {
  const { t } = useTranslation('payments');
  const { locale } = useTimeSettings();
  return (
    <dl className={classes.sums}>
      {(['received', 'refunded', 'net'] as const).map((name) => (
        <div key={name} className={classes.sum}>
          <dt>{t(`sums.${name}`)}</dt>
          <dd>{moneyWords(sums[name], currency, locale)}</dd>
        </div>
      ))}
    </dl>
  );
}
