import { ActionIcon, Button } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { slotsQuery } from '#web/features/booking-panel/booking-queries.ts';
import { clockTime, dateOf, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import type { OfferTime } from './offer-start.ts';
import classes from './offers.module.css';

const MAX_TIMES = 3;

interface OfferTimesProps {
  serviceId: string;
  petIds: readonly string[];
  times: readonly OfferTime[];
  onChange: (times: OfferTime[]) => void;
}

/** The times of an offer; each can be changed to another free one, or removed. */
export function OfferTimes({ serviceId, petIds, times, onChange }: OfferTimesProps) {
  const { t } = useTranslation('offers');
  const last = times.at(-1);
  const replace = (place: number, time: OfferTime | undefined) =>
    onChange(times.flatMap((one, index) => (index === place ? (time ?? []) : one)));
  const [isAdding, setAdding] = useState(false);
  const taken = times.map(({ starts_at }) => starts_at);
  return (
    <fieldset className={classes.group}>
      <legend className={classes.label}>{t('times')}</legend>
      {times.map((time, place) => (
        <TimeLine
          key={time.starts_at}
          name={t('time', { number: place + 1 })}
          visit={{ serviceId, petIds, staffId: time.staff_id }}
          startsAt={time.starts_at}
          others={taken}
          onChoose={(starts_at) => replace(place, { ...time, starts_at })}
          onRemove={times.length > 1 ? () => replace(place, undefined) : undefined}
        />
      ))}
      {isAdding && times.length < MAX_TIMES && (
        <TimeLine
          name={t('time', { number: times.length + 1 })}
          visit={{ serviceId, petIds, staffId: undefined }}
          startsAt={null}
          firstDay={last?.starts_at}
          others={taken}
          onChoose={(starts_at) => {
            setAdding(false);
            onChange([...times, { starts_at }]);
          }}
          onRemove={() => setAdding(false)}
        />
      )}
      {!isAdding && times.length < MAX_TIMES && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('add')}
        </Button>
      )}
    </fieldset>
  );
}

interface TimeLineProps {
  name: string;
  visit: { serviceId: string; petIds: readonly string[]; staffId: string | undefined };
  /** Null until one is chosen. */
  startsAt: string | null;
  firstDay?: string | undefined;
  /** Starts that are in the offer already. */
  others: readonly string[];
  onChoose: (startsAt: string) => void;
  onRemove: (() => void) | undefined;
}

function TimeLine({ name, visit, startsAt, firstDay, others, onChoose, onRemove }: TimeLineProps) {
  const { t } = useTranslation('offers');
  const time = useTimeSettings();
  const [date, setDate] = useState(dateOf(startsAt ?? firstDay ?? Date.now(), time));
  const { serviceId, petIds, staffId } = visit;
  const asked = { pet_ids: [...petIds], ...(staffId !== undefined && { staff_id: staffId }) };
  const { data } = useQuery(slotsQuery(serviceId, asked, date));
  const starts = [...new Set(data?.days.find((day) => day.date === date)?.slots.map((slot) => slot.starts_at))];
  const isOnDay = startsAt !== null && dateOf(startsAt, time) === date;
  const free = starts.filter((start) => start === startsAt || !others.includes(start));
  return (
    <div className={classes.time}>
      <span className={classes.when}>{startsAt === null ? name : weekdayTime(startsAt, time)}</span>
      <input
        type="date"
        aria-label={t('day', { name })}
        min={dateOf(Date.now(), time)}
        value={date}
        onChange={({ currentTarget }) => currentTarget.value && setDate(currentTarget.value)}
      />
      <select
        aria-label={t('clock', { name })}
        value={isOnDay ? startsAt : ''}
        onChange={({ currentTarget }) => currentTarget.value && onChoose(currentTarget.value)}
      >
        {!isOnDay && <option value="">{data && free.length === 0 ? t('none') : t('choose')}</option>}
        {isOnDay && !free.includes(startsAt) && <option value={startsAt}>{clockTime(startsAt, time)}</option>}
        {free.map((start) => (
          <option key={start} value={start}>
            {clockTime(start, time)}
          </option>
        ))}
      </select>
      {onRemove && (
        <ActionIcon variant="subtle" color="gray" size={44} aria-label={t('remove', { name })} onClick={onRemove}>
          <IconX size={18} aria-hidden />
        </ActionIcon>
      )}
    </div>
  );
}
