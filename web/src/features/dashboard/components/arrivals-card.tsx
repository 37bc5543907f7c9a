import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { takeStep } from '#web/features/appointments/appointments-queries.ts';
import { nextStep } from '#web/features/appointments/contact-appointments.ts';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import type { Arrival } from '../dashboard-queries.ts';
import classes from './arrivals-card.module.css';

/** The appointments of the day by their start, each with its next step. */
export function ArrivalsCard({ arrivals, now }: { arrivals: readonly Arrival[]; now: number }) {
  const { t } = useTranslation('dashboard');
  return (
    <Card title={t('arrivals.title', { count: arrivals.length })}>
      {arrivals.length === 0 ? (
        <p className={classes.none}>{t('arrivals.none')}</p>
      ) : (
        <ul className={classes.list}>
          {arrivals.map((arrival) => (
            <ArrivalRow key={arrival._id} arrival={arrival} now={now} />
          ))}
        </ul>
      )}
    </Card>
  );
}

function ArrivalRow({ arrival, now }: { arrival: Arrival; now: number }) {
  const { t } = useTranslation('appointments');
  const time = useTimeSettings();
  const { starts_at, status, contact, pets, service_name, staff_name } = arrival;
  const who = pets.map(({ name }) => name).join(', ') || contact?.full_name || t('service');
  const isLate = status === 'confirmed' && Date.parse(starts_at) < now;
  return (
    <li className={classes.row} data-status={status}>
      <time className={classes.time} dateTime={starts_at} data-late={isLate || undefined}>
        {clockTime(starts_at, time)}
      </time>
      <div className={classes.words}>
        <strong>
          <SpeciesGlyph species={pets[0]?.species ?? undefined} size={16} /> {who}
        </strong>
        <span>{[service_name, staff_name && t('with', { name: staff_name })].filter(Boolean).join(' ')}</span>
        <small>
          {[pets.length > 0 && contact?.full_name, contact?.phone].filter(Boolean).join(' · ')}
          <Alerts pets={pets} />
        </small>
      </div>
      <span className={classes.status} data-status={status}>
        {t(`status.${status}`)}
      </span>
      <NextStep arrival={arrival} now={now} />
    </li>
  );
}

/** What the staff must know of the pets before they take them. */
function Alerts({ pets }: { pets: Arrival['pets'] }) {
  const alerts = pets.flatMap(({ temperament, allergies }) => [...temperament, ...allergies]);
  return alerts.length > 0 && <em className={classes.alerts}>{alerts.join(', ')}</em>;
}

function NextStep({ arrival, now }: { arrival: Arrival; now: number }) {
  const { t } = useTranslation('appointments');
  const step = nextStep(arrival, now, useTimeSettings());
  const { mutate, isPending } = useMutation({ mutationFn: () => takeStep(arrival._id, step!) });
  return (
    <span className={classes.step}>
      {step && (
        <Button
          size="xs"
          variant={step === 'check-in' ? 'filled' : 'default'}
          loading={isPending}
          onClick={() => mutate()}
        >
          {t(`step.${step}`)}
        </Button>
      )}
    </span>
  );
}
