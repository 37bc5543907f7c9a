import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import type { Sums } from '../payments-queries.ts';
import { useMethodWords } from '../use-payment-words.ts';
import classes from './money.module.css';

interface MethodTableProps {
  rows: readonly Sums[];
  currency: string;
  /** Shown without rows. */
  none: string;
}

/** Sums by the way of paying. */
export function MethodTable({ rows, currency, none }: MethodTableProps) {
  const { t } = useTranslation('payments');
  const words = useMethodWords();
  const { locale } = useTimeSettings();
  if (rows.length === 0) return <p className={classes.none}>{none}</p>;
  const money = (amount: number): string => moneyWords(amount, currency, locale);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          {(['method', 'count', 'received', 'refunded', 'net'] as const).map((name) => (
            <th key={name} scope="col">
              {t(`sums.${name}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.method} ${row.desk_method ?? ''}`}>
            <td>{words(row)}</td>
            <td>{row.count}</td>
            <td>{money(row.received)}</td>
            <td>{money(row.refunded)}</td>
            <td>{money(row.net)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
