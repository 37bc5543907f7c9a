import { useTranslation } from 'react-i18next';
import type { Simulation } from './simulation-types.ts';
import classes from './simulator.module.css';

const percentOf = (part: number, all: number): number => (all === 0 ? 0 : Math.round((part / all) * 100));

/** How much of the flow the test has reached. */
export function CoverageBar({ coverage: { nodes, outlets } }: { coverage: Simulation['coverage'] }) {
  const { t } = useTranslation('flowRuns');
  const bars = [
    {
      label: t('simulator.coverageSteps', { percent: percentOf(nodes.visited, nodes.all) }),
      value: nodes.visited,
      max: nodes.all,
    },
    {
      label: t('simulator.coverageOutlets', { percent: percentOf(outlets.taken, outlets.all) }),
      value: outlets.taken,
      max: outlets.all,
    },
  ];
  return (
    <section className={classes.coverage} aria-label={t('simulator.coverage')}>
      {bars.map(({ label, value, max }) => (
        <label key={label}>
          {label}
          <progress value={value} max={Math.max(1, max)} />
        </label>
      ))}
      <p className={classes.hint}>{t('simulator.coverageHint')}</p>
    </section>
  );
}
