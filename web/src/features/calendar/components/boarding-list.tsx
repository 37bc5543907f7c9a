import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { speciesOf } from '#web/features/pets/pet-facts.ts';
import { clockTime, dateOf, shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { boardingDay, freePlaces, kennelNames, kennelRows } from '../boarding-rows.ts';
import type { Diary, DiaryAppointment } from '../diary-merge.ts';
import { diaryQuery } from '../diary-queries.ts';
import { shownEnd } from '../early-pick-up.ts';
import { visitName } from '../visit-words.ts';
import { StatusChip } from './status-chip.tsx';
import classes from './boarding-list.module.css';

interface BoardingListProps {
  day: string;
  onOpen: (appointment: DiaryAppointment) => void;
}

/** The boarding of a day for phones: who comes, who leaves, who stays. */
export function BoardingList({ day, onOpen }: BoardingListProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const range = { from: day, to: day };
  const { data: diary, error, refetch } = useQuery(diaryQuery(range));
  if (error && !diary) return <Failure error={error} onRetry={() => void refetch()} />;
  if (!diary) return <div aria-busy />;
  const [free = 0] = freePlaces(kennelRows(diary, time), range);
  const parts = boardingDay(diary, day, time);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('boarding.grid')}>
      <p className={classes.free}>{t('boarding.freeTonight', { count: free })}</p>
      {(['arrivals', 'departures', 'staying'] as const).map((part) => (
        <section key={part} className={classes.part} aria-label={t(`boarding.${part}`)}>
          <h2 className={classes.title}>
            {t(`boarding.${part}`)} <span className={classes.count}>{parts[part].length}</span>
          </h2>
          {parts[part].length === 0 ? (
            <p className={classes.none}>{t('boarding.nobody')}</p>
          ) : (
            <ul className={classes.rows}>
              {parts[part].map((row) => (
                <li key={row._id}>
                  <StayRow row={row} part={part} diary={diary} onOpen={onOpen} />
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}

interface StayRowProps {
  row: DiaryAppointment;
  part: 'arrivals' | 'departures' | 'staying';
  diary: Diary;
  onOpen: (appointment: DiaryAppointment) => void;
}

function StayRow({ row, part, diary, onOpen }: StayRowProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const [pet] = row.pets;
  const end = shownEnd(row);
  const until = shortDate(dateOf(end, time), time);
  const facts = [kennelNames(row, diary), row.service_name, row.contact?.full_name];
  return (
    <button type="button" className={classes.row} data-appointment={row._id} onClick={() => onOpen(row)}>
      <span className={classes.time}>
        {part === 'staying' ? until : clockTime(part === 'arrivals' ? row.starts_at : end, time)}
      </span>
      <span className={classes.words}>
        <span className={classes.name}>
          {pet && <SpeciesGlyph species={speciesOf(pet.species)} size={16} />}
          {visitName(row) || t('nobodyYet')}
        </span>
        <span className={classes.facts}>{facts.filter(Boolean).join(' · ')}</span>
        {part === 'arrivals' && <span className={classes.facts}>{t('boarding.until', { date: until })}</span>}
      </span>
      <StatusChip status={row.status} />
    </button>
  );
}
