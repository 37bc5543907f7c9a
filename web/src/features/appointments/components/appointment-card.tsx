import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { usePets } from '#web/features/pets/pets-queries.ts';
import { useServiceName } from '#web/features/services/services-queries.ts';
import { useUserName } from '#web/features/users/users-queries.ts';
import { appointmentTime, dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { takeStep } from '../appointments-queries.ts';
import { type Appointment, nextStep } from '../contact-appointments.ts';
import classes from './appointment-card.module.css';

/** One appointment, and on its day the button of the next step. */
export function AppointmentCard({ appointment, now }: { appointment: Appointment; now: number }) {
  const { t } = useTranslation('appointments');
  const time = useTimeSettings();
  const service = useServiceName(appointment.service_id, appointment.service_name);
  const staff = useUserName(appointment.staff_id) ?? appointment.staff_name;
  const { data: pets = [] } = usePets(appointment.contact_id ?? '');
  const names = pets.filter(({ _id }) => appointment.pet_ids.includes(_id)).map(({ name }) => name);
  const { status, starts_at, ends_at, pending_on } = appointment;
  return (
    <article className={classes.card}>
      <div className={classes.line}>
        <span className={classes.service}>{service ?? t('service')}</span>
        <span className={classes.status} data-status={status}>
          {t(`status.${status}`)}
        </span>
      </div>
      <p className={classes.fact}>
        <Link className={classes.day} to="/calendar" search={{ day: dateOf(starts_at, time) }} title={t('openDay')}>
          {appointmentTime(starts_at, ends_at, time, now)}
        </Link>
      </p>
      <p className={classes.fact}>{[...names, staff && t('with', { name: staff })].filter(Boolean).join(' · ')}</p>
      {status === 'pending' && (
        <p className={classes.pending}>{t('pendingOn', { names: pending_on.map(({ name }) => name).join(', ') })}</p>
      )}
      {appointment.confirmed_by_customer && <p className={classes.fact}>{t('confirmedByCustomer')}</p>}
      {appointment.notes && <p className={classes.notes}>{appointment.notes}</p>}
      <StepButton appointment={appointment} now={now} />
    </article>
  );
}

function StepButton({ appointment, now }: { appointment: Appointment; now: number }) {
  const { t } = useTranslation('appointments');
  const [isBusy, setBusy] = useState(false);
  const step = nextStep(appointment, now, useTimeSettings());
  if (!step) return null;
  const run = async () => {
    setBusy(true);
    await takeStep(appointment._id, step);
    setBusy(false);
  };
  return (
    <Button className={classes.step} size="sm" fullWidth loading={isBusy} onClick={() => void run()}>
      {t(`step.${step}`)}
    </Button>
  );
}
