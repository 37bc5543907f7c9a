import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import classes from './money.module.css';

/** What came in, what went back, and what is left. */
export function SumCards({ sums, currency }: { sums: Schemas['MoneySumsDto']; currency: string }) {
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
