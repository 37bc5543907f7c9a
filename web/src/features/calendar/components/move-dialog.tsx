import { Button, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { clockTime, dateOf, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { DayRange } from '../calendar-days.ts';
import { diaryQuery } from '../diary-queries.ts';
import { moveAppointment, moveDialog, type MoveRequest, movesQuery } from '../move-commands.ts';
import type { Place } from '../move-place.ts';
import { visitName } from '../visit-words.ts';
import classes from './move-dialog.module.css';

const MAX_REASON = 500;

interface Alternative {
  starts_at: string;
  staff_id: string | null;
}

/** Shows the Move dialog while it is open. */
export function MoveHost({ range }: { range: DayRange }) {
  const request = useStore(moveDialog);
  return request && <MoveDialog key={request.row._id} request={request} range={range} />;
}

/** Moves an appointment without a mouse: the day, the person, and a start that is free. */
function MoveDialog({ request: { row, place, error }, range }: { request: MoveRequest; range: DayRange }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const staff = useQuery(diaryQuery(range)).data?.staff ?? [];
  const nameOf = (id: string | null) => staff.find(({ _id }) => _id === id)?.name;
  const [day, setDay] = useState(dateOf(place?.startsAt ?? row.starts_at, time));
  const [person, setPerson] = useState(place?.staffId ?? row.staff_id ?? '');
  const [start, setStart] = useState('');
  const [reason, setReason] = useState('');
  const { data: slots, error: refused } = useQuery(movesQuery(row, { from: day, to: day }));
  const starts = (slots ?? []).filter(({ staff_ids }) => person === '' || staff_ids.includes(person));
  const chosen = starts.some(({ starts_at }) => starts_at === start) ? start : (starts[0]?.starts_at ?? '');
  const close = () => moveDialog.set(null);
  const { mutate, isPending } = useMutation({
    mutationFn: ({ to, why }: { to: Place; why?: string }) => {
      close();
      return moveAppointment(row, to, why);
    },
  });
  const alternatives = (error?.details as { alternatives?: Alternative[] } | undefined)?.alternatives ?? [];
  const placeAt = (startsAt: string, staffId: string | null): Place => ({
    ...(startsAt === row.starts_at ? {} : { startsAt }),
    ...(staffId === null || staffId === '' || staffId === row.staff_id ? {} : { staffId }),
  });

  return (
    <CardDialog title={t('moveTitle', { name: visitName(row) })} onClose={close}>
      <FormError error={error ?? refused} />
      {alternatives.length > 0 && (
        <div className={classes.alternatives} role="group" aria-label={t('alternatives')}>
          {alternatives.map(({ starts_at, staff_id }) => (
            <Button
              key={`${starts_at}${staff_id ?? ''}`}
              variant="default"
              size="sm"
              onClick={() => mutate({ to: placeAt(starts_at, staff_id) })}
            >
              {[weekdayTime(starts_at, time), nameOf(staff_id)].filter(Boolean).join(' · ')}
            </Button>
          ))}
        </div>
      )}
      <div className={classes.fields}>
        <label className={classes.field}>
          {t('day')}
          <input
            className={classes.input}
            type="date"
            data-autofocus
            value={day}
            onChange={({ target }) => target.value !== '' && setDay(target.value)}
          />
        </label>
        {row.staff_id !== null && (
          <label className={classes.field}>
            {t('person')}
            <select className={classes.input} value={person} onChange={({ target }) => setPerson(target.value)}>
              {staff.map(({ _id, name }) => (
                <option key={_id} value={_id}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        )}
        <label className={classes.field}>
          {t('start')}
          <select
            className={classes.input}
            value={chosen}
            disabled={starts.length === 0}
            onChange={({ target }) => setStart(target.value)}
          >
            {starts.map(({ starts_at }) => (
              <option key={starts_at} value={starts_at}>
                {clockTime(starts_at, time)}
              </option>
            ))}
          </select>
        </label>
      </div>
      {slots && starts.length === 0 && <p>{t('noStarts')}</p>}
      {place && error?.code !== 'SLOT_TAKEN' && (
        <TextInput
          label={t('overrideReason')}
          value={reason}
          maxLength={MAX_REASON}
          onChange={({ target }) => setReason(target.value)}
        />
      )}
      <DialogButtons>
        <Button variant="default" onClick={close}>
          {t('leaveIt')}
        </Button>
        {place && error?.code !== 'SLOT_TAKEN' && (
          <Button
            variant="default"
            disabled={reason.trim() === ''}
            onClick={() => mutate({ to: place, why: reason.trim() })}
          >
            {t('moveAnyway')}
          </Button>
        )}
        <Button loading={isPending} disabled={chosen === ''} onClick={() => mutate({ to: placeAt(chosen, person) })}>
          {t('move')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
