import { IconAlertTriangle, IconLogin2, IconLogout2 } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isDangerous } from '#web/features/pets/pet-facts.ts';
import { appointmentTime, clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { columnsOf, type KennelRow, NO_KENNEL, type StayBar } from '../boarding-rows.ts';
import type { DayRange } from '../calendar-days.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import { shownEnd } from '../early-pick-up.ts';
import { dayWords } from '../period-words.ts';
import { serviceColour } from '../service-colour.ts';
import classes from './boarding-timeline.module.css';

interface KennelLineProps {
  row: KennelRow;
  index: number;
  range: DayRange;
  dates: readonly string[];
  today: string;
  onBook: (date: string) => void;
  onOpen: (appointment: DiaryAppointment) => void;
}

/** One kennel: its stays, and a button for each night from today on. */
export function KennelLine({ row, index, range, dates, today, onBook, onOpen }: KennelLineProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const title = row.id === NO_KENNEL ? t('boarding.noKennel') : row.title;
  const firstFree = dates.findIndex((date) => date >= today);
  return (
    <div
      className={classes.line}
      role="group"
      aria-label={title}
      style={{ gridTemplateRows: `repeat(${row.lanes}, var(--lane))` }}
    >
      <span className={classes.name} aria-hidden>
        {title}
        {row.capacity > 1 && <span className={classes.places}>{t('boarding.places', { count: row.capacity })}</span>}
      </span>
      {dates.map((date, column) =>
        date < today || row.id === NO_KENNEL ? null : (
          <button
            key={date}
            type="button"
            className={classes.cell}
            style={{ gridColumn: `${2 * column + 2} / span 2` }}
            data-row={index}
            data-column={column}
            data-today={date === today || undefined}
            tabIndex={index === 0 && column === firstFree ? 0 : -1}
            aria-label={t('boarding.book', { kennel: title, night: dayWords(date, time) })}
            onClick={() => onBook(date)}
          />
        ),
      )}
      {row.bars.map((bar) => (
        <Stay key={bar.id} bar={bar} kennel={title} range={range} today={today} onOpen={onOpen} />
      ))}
    </div>
  );
}

interface StayProps extends Pick<KennelLineProps, 'range' | 'today' | 'onOpen'> {
  bar: StayBar;
  kennel: string;
}

function Stay({ bar, kennel, range, today, onOpen }: StayProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const { row, name } = bar;
  const columns = columnsOf(bar, range);
  const end = shownEnd(row);
  const comes = bar.arrival === today && t('boarding.comes', { time: clockTime(row.starts_at, time) });
  const leaves = bar.departure === today && t('boarding.leaves', { time: clockTime(end, time) });
  const words = [
    name || t('nobodyYet'),
    row.service_name,
    row.contact?.full_name,
    appointmentTime(row.starts_at, end, time),
    kennel,
    comes,
    leaves,
    t(`status.${row.status}`),
  ];
  const sentence = words.filter(Boolean).join(', ');
  return (
    <button
      type="button"
      className={classes.stay}
      style={{ gridColumn: `${columns.start + 1} / ${columns.end + 1}`, gridRow: bar.lane + 1 }}
      data-appointment={row._id}
      data-status={row.status}
      data-colour={serviceColour(row.service_id)}
      data-before={bar.arrival < range.from || undefined}
      data-after={bar.departure > range.to || undefined}
      title={sentence}
      onClick={() => onOpen(row)}
    >
      <span className="pb-visually-hidden">{sentence}</span>
      <span className={classes.words} aria-hidden>
        {comes && (
          <span className={classes.door}>
            <IconLogin2 size={16} />
            {clockTime(row.starts_at, time)}
          </span>
        )}
        {row.pets.some((pet) => pet.temperament.some(isDangerous)) && (
          <IconAlertTriangle size={14} className={classes.icon} />
        )}
        <span className={classes.pet}>{name || t('nobodyYet')}</span>
        {row.pets.length > 0 && <span className={classes.contact}>{row.contact?.full_name}</span>}
        {leaves && (
          <span className={classes.door} data-leaves>
            <IconLogout2 size={16} />
            {clockTime(end, time)}
          </span>
        )}
      </span>
    </button>
  );
}
