import { Button } from '@mantine/core';
import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '#web/features/services/services-queries.ts';
import { schedulesQuery } from '#web/features/staff-schedules/schedules-queries.ts';
import { useColleagues, type User } from '#web/features/users/users-queries.ts';
import type { Schemas } from '#web/lib/api/client.ts';
import { addDays, clockTime, dateOf, dayHeading, instantOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Failure } from '#web/ui/failure.tsx';
import type { BookingChoice } from '../booking-choice.ts';
import { SHOWN_DAYS } from '../booking-queries.ts';
import classes from '../booking-panel.module.css';
import { OtherTime } from './other-time.tsx';

const FIRST_TIMES = 12;

export type SlotsQuery = UseQueryResult<Schemas['SlotsDto']>;

interface TimeStepProps {
  service: Service;
  choice: BookingChoice;
  slots: SlotsQuery;
  /** The first day that is shown. */
  from: string;
  onFrom: (from: string) => void;
  onChange: (changed: Partial<BookingChoice>) => void;
  /** A start was typed that may not be free. */
  onOther: (startsAt: string) => void;
}

/** The person, and the free times of a week. */
export function TimeStep({ service, choice, slots, from, onFrom, onChange, onOther }: TimeStepProps) {
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const today = dateOf(Date.now(), time);
  const earlier = addDays(from, -SHOWN_DAYS);
  const days = slots.data?.days.filter((day) => day.slots.length > 0);
  return (
    <section className={classes.step} aria-labelledby="booking-time">
      <div className={classes.line}>
        <h3 id="booking-time" className={classes.heading}>
          {t('time.title')}
        </h3>
        <input
          type="date"
          className={classes.select}
          aria-label={t('time.from')}
          min={today}
          value={from}
          onChange={({ currentTarget }) => currentTarget.value && onFrom(currentTarget.value)}
        />
      </div>
      <PersonChips service={service} chosen={choice.staffId} onChoose={(staffId) => onChange({ staffId })} />
      {slots.error && !slots.data && <Failure error={slots.error} onRetry={() => void slots.refetch()} />}
      <div className={classes.days} inert={slots.isPlaceholderData} aria-busy={slots.isPlaceholderData}>
        {days?.map((day) => (
          <DayTimes
            key={day.date}
            title={dayHeading(instantOf(day.date, '12:00', time).toISOString(), time)}
            starts={[...new Set(day.slots.map(({ starts_at }) => starts_at))]}
            chosen={choice.startsAt}
            onChoose={(startsAt) => onChange({ startsAt })}
          />
        ))}
      </div>
      {days?.length === 0 && <p className={classes.dim}>{t('time.none')}</p>}
      <OtherTime startsAt={choice.startsAt} from={from} onChoose={onOther} />
      <div className={classes.line}>
        {from > today ? (
          <Button variant="default" size="xs" onClick={() => onFrom(earlier > today ? earlier : today)}>
            {t('time.earlier')}
          </Button>
        ) : (
          <span />
        )}
        <Button variant="default" size="xs" onClick={() => onFrom(addDays(from, SHOWN_DAYS))}>
          {t('time.later')}
        </Button>
      </div>
    </section>
  );
}

interface PersonChipsProps {
  service: Service;
  chosen: string | null;
  onChoose: (staffId: string | null) => void;
}

function PersonChips({ service, chosen, onChoose }: PersonChipsProps) {
  const { t } = useTranslation('bookingPanel');
  const people = usePeopleOf(service);
  if (people.length < 2 && chosen === null) return null;
  const chips = [{ id: null, name: t('time.anybody') }, ...people.map((one) => ({ id: one._id, name: one.full_name }))];
  return (
    <fieldset className={classes.chips}>
      <legend className="pb-visually-hidden">{t('time.person')}</legend>
      {chips.map(({ id, name }) => (
        <label key={id} className={classes.chip}>
          <input type="radio" name="booking-person" checked={chosen === id} onChange={() => onChoose(id)} />
          {name}
        </label>
      ))}
    </fieldset>
  );
}

/** The people who can lead the service. */
function usePeopleOf({ require_staff, staff_ids }: Service): User[] {
  const colleagues = useColleagues();
  const { data: schedules = [] } = useQuery(schedulesQuery);
  if (!require_staff) return [];
  const working = new Set(schedules.map(({ staff_id }) => staff_id));
  return colleagues.filter(({ _id }) => working.has(_id) && (staff_ids.length === 0 || staff_ids.includes(_id)));
}

interface DayTimesProps {
  title: string;
  starts: readonly string[];
  chosen: string | null;
  onChoose: (startsAt: string) => void;
}

function DayTimes({ title, starts, chosen, onChoose }: DayTimesProps) {
  const { t } = useTranslation('bookingPanel');
  const time = useTimeSettings();
  const [isAll, setAll] = useState(false);
  const isShort = !isAll && starts.length > FIRST_TIMES && !starts.slice(FIRST_TIMES).includes(chosen ?? '');
  return (
    <fieldset className={classes.day}>
      <legend className={classes.dayName}>{title}</legend>
      {(isShort ? starts.slice(0, FIRST_TIMES) : starts).map((start) => (
        <label key={start} className={classes.time}>
          <input type="radio" name="booking-time" checked={chosen === start} onChange={() => onChoose(start)} />
          {clockTime(start, time)}
        </label>
      ))}
      {isShort && (
        <button type="button" className={classes.link} onClick={() => setAll(true)}>
          {t('time.more', { count: starts.length - FIRST_TIMES })}
        </button>
      )}
    </fieldset>
  );
}
