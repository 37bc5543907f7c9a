import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Service } from '#web/features/services/services-queries.ts';
import type { Window } from '#web/features/staff-schedules/schedule-draft.ts';
import { useIsManager } from '#web/lib/session/roles.ts';
import { companyQuery, meQuery } from '#web/lib/session/session.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { BookableStep } from './components/bookable-step.tsx';
import { HoursStep } from './components/hours-step.tsx';
import { ServiceStep } from './components/service-step.tsx';
import classes from './guide-page.module.css';

const STEPS = ['hours', 'service', 'bookable'] as const;
type Step = (typeof STEPS)[number];

/** Leads a new company to its first free times: who works when, one service, the address of the booking page. */
export function GuidePage() {
  const { t } = useTranslation(['guide', 'settings']);
  const isManager = useIsManager();
  const { data: me } = useQuery(meQuery);
  const { data: company } = useQuery(companyQuery);
  const [step, setStep] = useState<Step>('hours');
  const [week, setWeek] = useState<Window[][]>([]);
  const [service, setService] = useState<Service>();
  if (!me || !company) return null;
  if (!isManager) return <EmptyState title={t('settings:onlyManagers.title')} text={t('settings:onlyManagers.text')} />;
  const place = STEPS.indexOf(step);
  return (
    <Page title={t('guide:title')} text={t('guide:text')}>
      <ol className={classes.steps} aria-label={t('guide:steps.label')}>
        {STEPS.map((one, index) => (
          <li key={one} aria-current={one === step ? 'step' : undefined} data-done={index < place || undefined}>
            {t(`guide:steps.${one}`)}
          </li>
        ))}
      </ol>
      {step === 'hours' && (
        <HoursStep
          me={me._id}
          onDone={(hours) => {
            setWeek(hours);
            setStep('service');
          }}
        />
      )}
      {step === 'service' && (
        <ServiceStep
          week={week}
          onBack={() => setStep('hours')}
          onDone={(chosen) => {
            setService(chosen);
            setStep('bookable');
          }}
        />
      )}
      {step === 'bookable' && service && (
        <BookableStep company={company} service={service} onBack={() => setStep('service')} />
      )}
    </Page>
  );
}
