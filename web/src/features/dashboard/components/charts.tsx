import '@mantine/charts/styles.css';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/Paper.css';
import { BarChart, LineChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { duration, shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import type { Stats } from '../dashboard-queries.ts';
import classes from './figures.module.css';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const TICKS = 4;
/** So that an axis without revenue has no fractions of a coin. */
const LEAST_MONEY = 400;
const SHARED = {
  dataKey: 'date',
  withLegend: true,
  className: classes.chart,
  tickLine: 'none',
  gridAxis: 'x',
} as const;

const domainTo = (least: number) => [0, (max: number) => Math.max(max, least)] as [number, (max: number) => number];

/** Ticks at whole minutes, hours or days, because `duration` rounds to them: others would show the same words twice. */
function replyTicks(longest: number): number[] {
  const unit = [DAY_MS, HOUR_MS].find((one) => longest > 2 * one) ?? MINUTE_MS;
  const step = unit * Math.max(1, Math.ceil(longest / unit / TICKS));
  return Array.from({ length: TICKS + 1 }, (_, index) => index * step);
}

/** The figures of each day. The tables beside them have the same numbers as text. */
export function Charts({ stats: { by_day, currency } }: { stats: Stats }) {
  const { t } = useTranslation('dashboard');
  const time = useTimeSettings();
  const days = by_day.map(({ date, first_reply_ms, ...figures }) => ({
    ...figures,
    date: shortDate(date, time),
    reply: first_reply_ms.p50,
    reply_slow: first_reply_ms.p90,
  }));
  const ticks = replyTicks(Math.max(0, ...days.map(({ reply, reply_slow }) => Math.max(reply ?? 0, reply_slow ?? 0))));
  const money = (amount: number) => moneyWords(amount, currency, time.locale);
  return (
    <div className={classes.charts}>
      <Card title={t('charts.messages')}>
        <BarChart
          {...SHARED}
          data={days}
          series={[
            { name: 'messages_in', label: t('figures.in'), color: 'var(--pb-leaf)' },
            { name: 'messages_out', label: t('figures.out'), color: 'var(--pb-blue)' },
          ]}
        />
      </Card>
      <Card title={t('charts.replies')}>
        <LineChart
          {...SHARED}
          data={days}
          connectNulls
          withDots={false}
          valueFormatter={(ms) => (ms === 0 ? '0' : duration(ms, time))}
          yAxisProps={{ width: 72, ticks, domain: [0, ticks.at(-1) ?? 0] }}
          series={[
            { name: 'reply', label: t('figures.reply'), color: 'var(--pb-leaf)' },
            { name: 'reply_slow', label: t('figures.replySlow'), color: 'var(--pb-apricot)' },
          ]}
        />
      </Card>
      <Card title={t('charts.bookings')}>
        <BarChart
          {...SHARED}
          data={days}
          yAxisProps={{ allowDecimals: false }}
          series={[
            { name: 'bookings', label: t('figures.bookings'), color: 'var(--pb-leaf)' },
            { name: 'no_shows', label: t('figures.noShows'), color: 'var(--pb-red)' },
          ]}
        />
      </Card>
      <Card title={t('charts.revenue')}>
        <BarChart
          {...SHARED}
          data={days}
          valueFormatter={money}
          yAxisProps={{ width: 88, domain: domainTo(LEAST_MONEY) }}
          series={[{ name: 'revenue', label: t('figures.revenue'), color: 'var(--pb-leaf)' }]}
        />
      </Card>
    </div>
  );
}
