import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { DayRange } from '../calendar-days.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import { CalendarGrid, type CalendarGridProps } from '../grid/calendar-grid.tsx';
import { type ColumnKind, type GridEvent, isDraggable, NOBODY } from '../grid-events.ts';
import { moveAppointment, movesQuery } from '../move-commands.ts';
import { placeOf } from '../move-place.ts';
import { useNudge } from '../use-nudge.ts';

type MovableGridProps = Omit<
  CalendarGridProps,
  'allowed' | 'onDrag' | 'isAllowed' | 'onDrop' | 'onResize' | 'onChoose' | 'onNudge'
> & {
  range: DayRange;
};

/** The grid with all ways to move an appointment in it. While one is dragged, the starts that are free are shaded. */
export function MovableGrid({ range, ...props }: MovableGridProps) {
  const { columns, view } = props;
  const kind: ColumnKind = view === 'resources' ? 'resource' : 'staff';
  const [dragged, setDragged] = useState<DiaryAppointment | null>(null);
  const { nudge, said } = useNudge(columns, kind);
  const { data: slots } = useQuery({
    ...movesQuery(dragged ?? NO_ONE, range),
    enabled: dragged !== null,
  });

  const allowed = useMemo(() => {
    if (!dragged || !slots) return NOTHING;
    const isHere = (staffIds: readonly string[], id: string) => kind === 'resource' || staffIds.includes(id);
    return slots.flatMap(({ starts_at, staff_ids }) =>
      columns
        .filter(({ id }) => isHere(staff_ids, id))
        .map(({ id }): GridEvent => ({
          id: `allowed|${starts_at}|${id}`,
          columnId: id,
          start: starts_at,
          end: new Date(Date.parse(starts_at) + SHADE_MS).toISOString(),
          kind: 'allowed',
        })),
    );
  }, [dragged, slots, columns, kind]);

  const freeStart = (startsAt: string, columnId: string): string | undefined => {
    if (!slots || kind === 'resource') return quarterOf(startsAt);
    const distance = (start: string) => Math.abs(Date.parse(start) - Date.parse(startsAt));
    return slots
      .filter(({ starts_at, staff_ids }) => staff_ids.includes(columnId) && distance(starts_at) <= NEAR_MS)
      .map(({ starts_at }) => starts_at)
      .sort((a, b) => distance(a) - distance(b))[0];
  };

  return (
    <>
      <CalendarGrid
        {...props}
        allowed={allowed}
        onDrag={(row) => {
          if (row) void queryClient.prefetchQuery(movesQuery(row, range));
          setDragged(row);
        }}
        isAllowed={(startsAt, columnId) =>
          startsAt === dragged?.starts_at || freeStart(startsAt, columnId) !== undefined
        }
        onDrop={({ appointment, columnId }, startsAt, to) => {
          if (!appointment) return;
          const isSameStart = startsAt === appointment.starts_at;
          const start = isSameStart ? startsAt : (freeStart(startsAt, to) ?? quarterOf(startsAt));
          void moveAppointment(appointment, placeOf(appointment, kind, start, columnId, to));
        }}
        onResize={({ appointment }, minutes) => {
          if (appointment) void moveAppointment(appointment, { minutes });
        }}
        onChoose={(startsAt, columnId) =>
          openBookingPanel({ startsAt, ...(kind === 'staff' && columnId !== NOBODY && { staffId: columnId }) })
        }
        onNudge={({ appointment, columnId }, key) => {
          if (appointment && isDraggable(appointment)) nudge(appointment, columnId, key);
        }}
      />
      <div className="pb-visually-hidden" role="status" aria-live="polite">
        {said}
      </div>
    </>
  );
}

/** A hand is less exact than the clock: services begin at quarters of an hour. */
const quarterOf = (instant: string): string =>
  new Date(Math.round(Date.parse(instant) / SHADE_MS) * SHADE_MS).toISOString();

const NOTHING: readonly GridEvent[] = [];
const SHADE_MS = 15 * 60_000;
/** A drop so close to a free start means this start. */
const NEAR_MS = SHADE_MS / 2;
/** No appointment is dragged, and nothing is asked. */
const NO_ONE = { _id: '', version: 0 };
