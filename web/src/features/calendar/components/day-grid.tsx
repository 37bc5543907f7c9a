import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { rangeOf } from '../calendar-days.ts';
import type { GridView } from '../calendar-search.ts';
import type { Diary, DiaryAppointment } from '../diary-merge.ts';
import { diaryQuery } from '../diary-queries.ts';
import {
  backgroundEvents,
  type GridColumn,
  resourceColumns,
  shownHours,
  staffColumns,
  visitEvents,
} from '../grid-events.ts';
import { StaffChips } from './staff-chips.tsx';
import classes from './day-grid.module.css';

const MovableGrid = lazy(() =>
  import('./movable-grid.tsx').then(({ MovableGrid: component }) => ({ default: component })),
);

/** More people do not fit into seven days. */
const MOST_IN_WEEK = 3;

interface DayGridProps {
  view: GridView;
  day: string;
  staff: readonly string[];
  onStaff: (ids: string[] | undefined) => void;
  onOpen: (appointment: DiaryAppointment) => void;
}

/** A day or a week with a column for each person or table. */
export function DayGrid({ view, day, staff, onStaff, onOpen }: DayGridProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const range = useMemo(() => rangeOf(view, day), [view, day]);
  const { data: me } = useQuery(meQuery);
  const { data: diary, error, refetch } = useQuery(diaryQuery(range));

  const shown = useMemo(() => {
    if (!diary) return undefined;
    const columns = columnsOf(diary, view, staff, me?._id);
    const kind = view === 'resources' ? 'resource' : 'staff';
    const ids = new Set(columns.map(({ id }) => id));
    const events = [...backgroundEvents(diary, columns, range, time), ...visitEvents(diary, kind, time)];
    return { columns, events: events.filter(({ columnId }) => ids.has(columnId)), hours: shownHours(diary, time) };
  }, [diary, view, staff, me?._id, range, time]);

  if (error && !diary) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!shown || !diary) return <div className={classes.waiting} aria-busy />;
  return (
    <div className={classes.main}>
      {view !== 'resources' && diary.staff.length > 1 && (
        <StaffChips
          people={diary.staff}
          chosen={view === 'week' ? shown.columns.map(({ id }) => id) : staff}
          most={view === 'week' ? MOST_IN_WEEK : undefined}
          onChange={onStaff}
        />
      )}
      {shown.columns.length === 0 ? (
        <EmptyState title={t(`empty.${view}`)} text={t(`empty.${view}Text`)} />
      ) : (
        <Suspense fallback={<div className={classes.waiting} aria-busy />}>
          <MovableGrid view={view} day={day} range={range} onOpen={onOpen} {...shown} />
        </Suspense>
      )}
    </div>
  );
}

function columnsOf(diary: Diary, view: GridView, staff: readonly string[], me: string | undefined): GridColumn[] {
  if (view === 'resources') return resourceColumns(diary);
  if (view !== 'week') return staffColumns(diary, staff);
  const all = staffColumns(diary);
  const wanted = staff.length > 0 ? staff : me && all.some(({ id }) => id === me) ? [me] : [];
  const chosen = all.filter(({ id }) => wanted.includes(id));
  return (chosen.length > 0 ? chosen : all.slice(0, 1)).slice(0, MOST_IN_WEEK);
}
