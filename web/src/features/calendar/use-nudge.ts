import { type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { timeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { storeInDiaries } from './diary-queries.ts';
import type { DiaryAppointment } from './diary-merge.ts';
import type { ColumnKind, GridColumn } from './grid-events.ts';
import { moveAppointment } from './move-commands.ts';
import { type Place, placeOf, rowAt } from './move-place.ts';
import { visitName } from './visit-words.ts';

const STEP_MS = 15 * 60_000;
/** More steps may follow within this time; then the move is saved. */
const SAVE_AFTER_MS = 600;

interface Nudge {
  /** The appointment before the first step. */
  row: DiaryAppointment;
  kind: ColumnKind;
  from: string;
  column: string;
  startsAt: string;
  timer: ReturnType<typeof setTimeout>;
}

/** Moves an appointment by Alt and arrows, step by step. `said` is for a live region. */
export function useNudge(columns: readonly GridColumn[], kind: ColumnKind) {
  const { t } = useTranslation('calendar');
  const [said, setSaid] = useState('');
  const running = useRef<Nudge | null>(null);

  // Another view or page must not lose the last steps.
  useEffect(() => () => save(running), []);

  const nudge = (row: DiaryAppointment, column: string, key: string): void => {
    const isSame = running.current?.row._id === row._id;
    if (!isSame) save(running);
    const before = running.current ?? { row, kind, from: column, column, startsAt: row.starts_at };
    const steps = { ArrowUp: -1, ArrowDown: 1 }[key] ?? 0;
    const sideways = { ArrowLeft: -1, ArrowRight: 1 }[key] ?? 0;
    const place = columns.findIndex(({ id }) => id === before.column);
    const next = columns[place + sideways] ?? columns[place];
    clearTimeout(running.current?.timer);
    const now: Nudge = {
      ...before,
      column: next?.id ?? before.column,
      startsAt: new Date(Date.parse(before.startsAt) + steps * STEP_MS).toISOString(),
      timer: setTimeout(() => save(running), SAVE_AFTER_MS),
    };
    running.current = now;
    storeInDiaries(rowAt(now.row, placeNow(now)));
    const time = weekdayTime(now.startsAt, timeSettings.get());
    setSaid([visitName(row), time, next?.title].filter(Boolean).join(', ') || t('title'));
  };
  return { nudge, said };
}

function save(running: RefObject<Nudge | null>): void {
  const nudge = running.current;
  clearTimeout(nudge?.timer);
  running.current = null;
  if (nudge) void moveAppointment(nudge.row, placeNow(nudge));
}

const placeNow = ({ row, kind, from, column, startsAt }: Nudge): Place => placeOf(row, kind, startsAt, from, column);
