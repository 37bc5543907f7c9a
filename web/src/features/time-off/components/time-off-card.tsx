import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useUserName } from '#web/features/users/users-queries.ts';
import {
  addDays,
  appointmentTime,
  clockTime,
  dateOf,
  type TimeSettings,
  useTimeSettings,
} from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { approveTimeOff, deleteTimeOff, type HitAppointment, type TimeOff, timeOffQuery } from '../time-off-queries.ts';
import { HitAppointmentsDialog } from './hit-appointments-dialog.tsx';
import { TimeOffForm } from './time-off-form.tsx';

/**
 * Holidays, breaks and absences of single people.
 *
 * @param ownId the user, who sees and asks for own time off only; left out: a manager decides about that of all people
 */
export function TimeOffCard({ ownId }: { ownId?: string }) {
  const { t } = useTranslation('timeOff');
  const today = dateOf(Date.now(), useTimeSettings());
  const { data, error } = useQuery(timeOffQuery(today));
  const all = data && requestsFirst(data.filter(({ staff_id }) => ownId === undefined || staff_id === ownId));
  const words = ownId === undefined ? 'person' : 'own';
  const [isAdding, setAdding] = useState(false);
  const [hit, setHit] = useState<HitAppointment[]>([]);
  const onStored = (appointments: HitAppointment[]) => {
    setAdding(false);
    setHit(appointments);
    toast({ message: t(`${words}.stored`) });
  };
  return (
    <Card title={t(`${words}.title`)} text={t(`${words}.text`)}>
      <FormError error={error} />
      {all && (
        <RowList empty={t('person.none')}>
          {all.map((timeOff) => (
            <TimeOffRow key={timeOff._id} timeOff={timeOff} isOwn={ownId !== undefined} onApproved={onStored} />
          ))}
        </RowList>
      )}
      <Button mt="md" variant="default" onClick={() => setAdding(true)}>
        {t(`${words}.add`)}
      </Button>
      {isAdding && (
        <CardDialog title={t(`${words}.add`)} onClose={() => setAdding(false)}>
          <TimeOffForm ownId={ownId} onAdded={onStored} />
        </CardDialog>
      )}
      {hit.length > 0 && <HitAppointmentsDialog appointments={hit} onClose={() => setHit([])} />}
    </Card>
  );
}

const requestsFirst = (all: readonly TimeOff[]): TimeOff[] =>
  all.toSorted((one, other) => Number(other.status === 'requested') - Number(one.status === 'requested'));

interface TimeOffRowProps {
  timeOff: TimeOff;
  /** Whether the user has asked for it and may only take the request back. */
  isOwn: boolean;
  onApproved: (appointments: HitAppointment[]) => void;
}

function TimeOffRow({ timeOff, isOwn, onApproved }: TimeOffRowProps) {
  const { t } = useTranslation('timeOff');
  const time = useTimeSettings();
  const { _id, staff_id, starts_at, ends_at, reason, repeat, status } = timeOff;
  const name = useUserName(staff_id) ?? t('person.unknown');
  const approve = useMutation({
    mutationFn: () => approveTimeOff(timeOff),
    onSuccess: onApproved,
    onError: toastError,
  });
  const remove = useMutation({ mutationFn: () => deleteTimeOff(_id), onError: toastError });
  const [first, last] = wholeDays(timeOff, time) ?? [];
  const days = first && (first === last ? first : t('range', { first, last }));
  const isRequested = status === 'requested';
  return (
    <li>
      <span>
        {!isOwn && <strong>{name}</strong>}
        <small>{days ?? appointmentTime(starts_at, ends_at, time)}</small>
        {repeat && <small>{t('person.repeats', { date: plainDateWords(repeat.until, time) })}</small>}
        {reason && <small>{reason}</small>}
        {isRequested && <small data-tone="error">{t(isOwn ? 'own.requested' : 'person.requested')}</small>}
        {isOwn && !isRequested && <small>{t('own.approved')}</small>}
      </span>
      {isRequested && !isOwn && (
        <Button
          size="sm"
          loading={approve.isPending}
          onClick={() => approve.mutate()}
          aria-label={t('person.approveOne', { name })}
        >
          {t('person.approve')}
        </Button>
      )}
      {(isRequested || !isOwn) && (
        <Button
          variant="default"
          size="sm"
          loading={remove.isPending}
          onClick={() => remove.mutate()}
          aria-label={isOwn ? undefined : t(isRequested ? 'person.declineOne' : 'person.deleteOne', { name })}
        >
          {t(isOwn ? 'own.withdraw' : isRequested ? 'person.decline' : 'delete')}
        </Button>
      )}
    </li>
  );
}

/** The first and the last day of time off that begins and ends at midnight. */
function wholeDays({ starts_at, ends_at }: TimeOff, time: TimeSettings): [first: string, last: string] | undefined {
  if ([starts_at, ends_at].some((instant) => clockTime(instant, time) !== '00:00')) return undefined;
  const last = addDays(dateOf(ends_at, time), -1);
  return [plainDateWords(dateOf(starts_at, time), time), plainDateWords(last, time)];
}
