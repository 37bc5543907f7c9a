import { SegmentedControl } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { type CSSProperties, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { dateOf, instantOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { freePlaces, kennelRows } from '../boarding-rows.ts';
import { datesIn, rangeOf } from '../calendar-days.ts';
import type { BoardingWeeks } from '../calendar-search.ts';
import type { Diary, DiaryAppointment } from '../diary-merge.ts';
import { diaryQuery } from '../diary-queries.ts';
import { moveCellFocus } from '../grid-cell-focus.ts';
import { useBoardingServices } from '../use-has-boarding.ts';
import { BoardingSummary } from './boarding-summary.tsx';
import { KennelLine } from './kennel-line.tsx';
import { NightHeads } from './night-heads.tsx';
import classes from './boarding-timeline.module.css';

interface BoardingTimelineProps {
  day: string;
  today: string;
  weeks: BoardingWeeks;
  onWeeks: (weeks: BoardingWeeks) => void;
  onOpen: (appointment: DiaryAppointment) => void;
}

/** The nights of some weeks with a row for each kennel. */
export function BoardingTimeline({ day, today, weeks, onWeeks, onOpen }: BoardingTimelineProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const range = useMemo(() => rangeOf('boarding', day, weeks), [day, weeks]);
  const { data: diary, error, refetch } = useQuery(diaryQuery(range));
  const services = useBoardingServices();
  const rows = useMemo(() => diary && kennelRows(diary, time), [diary, time]);
  const dates = datesIn(range);

  if (error && !diary) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!diary || !rows) return <div className={classes.main} aria-busy />;
  if (rows.length === 0) return <EmptyState title={t('boarding.noKennels')} text={t('empty.resourcesText')} />;
  const [service, ...others] = services;
  const book = (date: string) => {
    const isOnly = service && others.length === 0;
    openBookingPanel({ day: date, ...(isOnly && { serviceId: service._id, nights: service.min_nights ?? 1 }) });
  };
  return (
    <div className={classes.main}>
      <div className={classes.bar}>
        {dates.includes(today) && <BoardingSummary diary={diary} date={today} />}
        <SegmentedControl
          className={classes.weeks}
          aria-label={t('boarding.shown')}
          value={String(weeks)}
          onChange={(value) => onWeeks(value === '4' ? 4 : 2)}
          data={([2, 4] as const).map((count) => ({ value: String(count), label: t('boarding.weeks', { count }) }))}
        />
      </div>
      <div
        className={classes.scroll}
        tabIndex={0}
        role="region"
        aria-label={t('boarding.grid')}
        onKeyDown={moveCellFocus}
      >
        <div className={classes.table} data-weeks={weeks} style={{ '--nights': dates.length } as CSSProperties}>
          <NightHeads
            dates={dates}
            today={today}
            free={freePlaces(rows, range)}
            closures={closuresOf(diary, dates, time)}
          />
          {rows.map((row, index) => (
            <KennelLine
              key={row.id}
              row={row}
              index={index}
              range={range}
              dates={dates}
              today={today}
              onBook={book}
              onOpen={onOpen}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Names of the closures at noon of each date. */
function closuresOf(
  { closures }: Diary,
  dates: readonly string[],
  time: Parameters<typeof dateOf>[1],
): Map<string, string> {
  return new Map(
    dates.flatMap((date) => {
      const noon = instantOf(date, '12:00', time).toISOString();
      const found = closures.find(({ starts_at, ends_at }) => starts_at <= noon && noon < ends_at);
      return found ? [[date, found.name] as const] : [];
    }),
  );
}
