import '@mantine/core/styles/Checkbox.css';
import { Button, Checkbox } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { clockTime, dateOf, instantOf, useTimeSettings, weekdayTime } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { DayRange } from '../calendar-days.ts';
import { diaryQuery } from '../diary-queries.ts';
import { moveAppointment, moveDialog, type MoveOptions, type MoveRequest, movesQuery } from '../move-commands.ts';
import { isSamePlace, type Place } from '../move-place.ts';
import { noticeWayQuery } from '../notices.ts';
import { visitName } from '../visit-words.ts';
import { ForcedMove } from './forced-move.tsx';
import { type MoveChoice, MoveFields, OTHER_TIME } from './move-fields.tsx';
import { MoveRefusal } from './move-refusal.tsx';
import classes from './move-dialog.module.css';

interface Alternative {
  starts_at: string;
  staff_id: string | null;
}

/** Shows the Move dialog while it is open. */
export function MoveHost({ range }: { range: DayRange }) {
  const request = useStore(moveDialog);
  return request && <MoveDialog key={request.row._id} request={request} range={range} />;
}

/** Moves an appointment without a mouse: the day, the person, and a start. After a refusal also with a reason. */
function MoveDialog({ request, request: { row, place, error }, range }: { request: MoveRequest; range: DayRange }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const staff = useQuery(diaryQuery(range)).data?.staff ?? [];
  const nameOf = (id: string | null) => staff.find(({ _id }) => _id === id)?.name;
  const first = place?.startsAt ?? row.starts_at;
  const [choice, setChoice] = useState<MoveChoice>({
    day: dateOf(first, time),
    person: place?.staffId ?? row.staff_id ?? '',
    start: '',
    time: clockTime(first, time),
  });
  const [tells, setTells] = useState(request.options?.tellsCustomer ?? true);
  const { data: way } = useQuery(noticeWayQuery(row));
  const { data: slots, error: refused } = useQuery(movesQuery(row, { from: choice.day, to: choice.day }));
  const { start, person, day } = choice;
  const starts = (slots ?? [])
    .filter(({ staff_ids }) => person === '' || staff_ids.includes(person))
    .map(({ starts_at }) => starts_at);
  const typed = instantOf(day, choice.time || '00:00', time).toISOString();
  const shown = start === OTHER_TIME || starts.includes(start) ? start : (nearestTo(typed, starts) ?? OTHER_TIME);
  const startsAt = shown === OTHER_TIME ? typed : shown;
  const close = () => moveDialog.set(null);
  const move = (to: Place, options: MoveOptions = {}) => {
    close();
    void moveAppointment(row, to, { ...options, tellsCustomer: tells });
  };
  const placeAt = (instant: string, staffId: string | null): Place => ({
    ...(instant === row.starts_at ? {} : { startsAt: instant }),
    ...(staffId === null || staffId === '' || staffId === row.staff_id ? {} : { staffId }),
  });
  const chosen = placeAt(startsAt, person);
  const alternatives = (error?.details as { alternatives?: Alternative[] } | undefined)?.alternatives ?? [];

  return (
    <CardDialog title={t('moveTitle', { name: visitName(row) })} onClose={close}>
      {error ? <MoveRefusal error={error} /> : <FormError error={refused} />}
      {alternatives.length > 0 && (
        <div className={classes.alternatives} role="group" aria-label={t('alternatives')}>
          {alternatives.map(({ starts_at, staff_id }) => (
            <Button
              key={`${starts_at}${staff_id ?? ''}`}
              variant="default"
              size="sm"
              onClick={() => move(placeAt(starts_at, staff_id))}
            >
              {[weekdayTime(starts_at, time), nameOf(staff_id)].filter(Boolean).join(' · ')}
            </Button>
          ))}
        </div>
      )}
      <ForcedMove request={request} onMove={move} />
      <MoveFields
        choice={choice}
        staff={staff}
        starts={starts}
        shown={shown}
        onChange={(changed) => setChoice({ ...choice, ...changed })}
      />
      {slots && starts.length === 0 && <p>{t('noStarts')}</p>}
      {way && (
        <Checkbox
          className={classes.tells}
          label={t(`tell.check.${way}`)}
          checked={tells}
          onChange={({ currentTarget }) => setTells(currentTarget.checked)}
        />
      )}
      <DialogButtons>
        <Button variant="default" onClick={close}>
          {t('leaveIt')}
        </Button>
        <Button disabled={!slots || isSamePlace(chosen)} onClick={() => move(chosen)}>
          {t('move')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

/** The start with the least distance to an instant; undefined if there is none. */
function nearestTo(instant: string, starts: readonly string[]): string | undefined {
  const distance = (start: string) => Math.abs(Date.parse(start) - Date.parse(instant));
  return starts.toSorted((one, other) => distance(one) - distance(other))[0];
}
