import '@mantine/charts/styles.css';
import '@mantine/core/styles/ColorSwatch.css';
import '@mantine/core/styles/Paper.css';
import { BarChart } from '@mantine/charts';
import { useTranslation } from 'react-i18next';
import { shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import type { AssistantStats } from '#web/features/assistant/assistant-types.ts';
import classes from '../overview.module.css';

/** The answers of each day. The table below has the same numbers. */
export function StatsChart({ stats: { by_day } }: { stats: AssistantStats }) {
  const { t } = useTranslation('assistant');
  const time = useTimeSettings();
  return (
    <Card title={t('overview.chart')}>
      <BarChart
        className={classes.chart}
        data={by_day.map(({ date, ...figures }) => ({ ...figures, date: shortDate(date, time) }))}
        dataKey="date"
        type="stacked"
        withLegend
        tickLine="none"
        gridAxis="x"
        yAxisProps={{ allowDecimals: false }}
        series={[
          { name: 'answered_alone', label: t('overview.alone'), color: 'var(--pb-leaf)' },
          { name: 'handed_off', label: t('overview.handedOff'), color: 'var(--pb-blue)' },
        ]}
      />
    </Card>
  );
}
