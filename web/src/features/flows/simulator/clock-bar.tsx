import { Button } from '@mantine/core';
import { IconClockPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, duration, fullTime, instantOf, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { useGraph } from '../builder-context.ts';
import type { SimulationState } from './use-simulation.ts';
import { waitMs } from './wait-end.ts';
import classes from './simulator.module.css';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
/** A jump to a date ends there. */
const MORNING = '09:00';

/** The clock of the test, and the jumps that it can make. */
export function ClockBar({ simulation }: { simulation: SimulationState }) {
  const { t } = useTranslation('flowRuns');
  const time = useTimeSettings();
  const graph = useGraph();
  const [isOpen, setOpen] = useState(false);
  const { clock, played, act } = simulation;
  const wait = played ? waitMs(graph, played) : null;
  const today = dateOf(clock, time);
  const [date, setDate] = useState('');
  const jumpTo = (at: number) => {
    act({ at: new Date(at).toISOString() });
    setOpen(false);
  };
  const jump = (label: string, ms: number, words: string) => (
    <Button
      size="xs"
      variant="default"
      onClick={() => jumpTo(clock + ms)}
      title={t('simulator.later', { time: words })}
    >
      {label}
    </Button>
  );
  return (
    <div className={classes.clock}>
      <time dateTime={new Date(clock).toISOString()} title={fullTime(clock, time)}>
        <span className="pb-visually-hidden">{t('simulator.clock')} </span>
        {weekdayTime(new Date(clock).toISOString(), time)}
      </time>
      <button type="button" className={classes.clockButton} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        <IconClockPlay size={18} stroke={1.75} aria-hidden />
        {t('simulator.jump')}
      </button>
      {isOpen && (
        <div className={classes.jumps}>
          {wait !== null && jump(t('simulator.timeout'), wait, duration(wait, time))}
          {jump(t('simulator.hour'), HOUR_MS, duration(HOUR_MS, time))}
          {jump(t('simulator.day'), DAY_MS, duration(DAY_MS, time))}
          <form
            className={classes.date}
            onSubmit={(event) => {
              event.preventDefault();
              if (date > today) jumpTo(instantOf(date, MORNING, time).getTime());
            }}
          >
            <input
              type="date"
              aria-label={t('simulator.date')}
              min={today}
              value={date}
              onChange={({ currentTarget }) => setDate(currentTarget.value)}
            />
            <Button size="xs" variant="default" type="submit" disabled={date <= today}>
              {t('simulator.go')}
            </Button>
          </form>
        </div>
      )}
    </div>
  );
}
