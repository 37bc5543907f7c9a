import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { speciesOf } from '#web/features/pets/pet-facts.ts';
import { clockTime, dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import type { DiaryAppointment } from '../diary-merge.ts';
import { diaryQuery } from '../diary-queries.ts';
import { shownEnd } from '../early-pick-up.ts';
import { serviceColour } from '../service-colour.ts';
import { visitName } from '../visit-words.ts';
import { StaffChips } from './staff-chips.tsx';
import { StatusChip } from './status-chip.tsx';
import classes from './day-list.module.css';

interface DayListProps {
  day: string;
  staff: readonly string[];
  onStaff: (ids: string[] | undefined) => void;
  onOpen: (appointment: DiaryAppointment) => void;
}

/** A day as a list by time, for phones. */
export function DayList({ day, staff, onStaff, onOpen }: DayListProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { data: diary, error, refetch } = useQuery(diaryQuery({ from: day, to: day }));
  if (error && !diary) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!diary) return <div aria-busy />;
  const isChosen = ({ lines }: DiaryAppointment) =>
    staff.length === 0 || lines.some(({ staff_id }) => staff_id !== null && staff.includes(staff_id));
  const rows = [...diary.appointments, ...diary.holds]
    .filter((row) => isChosen(row) && dateOf(shownEnd(row), time) >= day)
    .sort((a, b) => Date.parse(a.starts_at) - Date.parse(b.starts_at));
  return (
    <div className={classes.main}>
      {diary.staff.length > 1 && <StaffChips people={diary.staff} chosen={staff} onChange={onStaff} />}
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('grid')}>
        {diary.closures.map(({ _id, name, starts_at }) => (
          <p key={`${_id}${starts_at}`} className={classes.closure}>
            {t('closed', { name })}
          </p>
        ))}
        {rows.length === 0 ? (
          <EmptyState title={t('empty.day')} />
        ) : (
          <ul className={classes.rows}>
            {rows.map((row) => (
              <li key={row._id}>
                <VisitRow row={row} onOpen={onOpen} />
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  );
}

function VisitRow({ row, onOpen }: { row: DiaryAppointment; onOpen: (appointment: DiaryAppointment) => void }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const [pet] = row.pets;
  const end = shownEnd(row);
  return (
    <button
      type="button"
      className={classes.row}
      data-appointment={row._id}
      data-colour={serviceColour(row.service_id)}
      onClick={() => onOpen(row)}
    >
      <span className={classes.time}>
        {clockTime(row.starts_at, time)}
        {end > row.starts_at && <span className={classes.end}>{clockTime(end, time)}</span>}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>
          {pet && <SpeciesGlyph species={speciesOf(pet.species)} size={16} />}
          {visitName(row) || t('nobodyYet')}
        </span>
        <span className={classes.facts}>{[row.service_name, row.contact?.full_name].filter(Boolean).join(' · ')}</span>
        <span className={classes.facts}>{row.staff_name}</span>
        {row.overbook && <span className={classes.facts}>{t('overbooked', { reason: row.overbook.reason })}</span>}
      </span>
      <StatusChip status={row.status} />
    </button>
  );
}
