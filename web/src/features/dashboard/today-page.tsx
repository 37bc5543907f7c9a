import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { ArrivalsCard } from './components/arrivals-card.tsx';
import { AttentionCards } from './components/attention-cards.tsx';
import { followDashboard } from './dashboard-live.ts';
import { todayQuery } from './dashboard-queries.ts';
import classes from './today-page.module.css';

const Figures = lazy(() =>
  import('./components/figures.tsx').then(({ Figures: component }) => ({ default: component })),
);

followDashboard();

/** What is to do today, and for managers the figures of the company. */
export function TodayPage() {
  const { t } = useTranslation('dashboard');
  const time = useTimeSettings();
  const now = useNow();
  const isManager = useIsManager();
  const { data: today, error } = useQuery(todayQuery);
  return (
    <div className={classes.scroll} tabIndex={0} role="region" aria-labelledby="page-title">
      <div className={classes.page}>
        <header>
          <h1 id="page-title" className={classes.title}>
            {t('title')}
          </h1>
          <p className={classes.date}>{dayHeading(new Date(now).toISOString(), time, now)}</p>
        </header>
        <FormError error={error} />
        {today && (
          <div className={classes.today}>
            <ArrivalsCard arrivals={today.arrivals} now={now} />
            <div className={classes.attention}>
              <AttentionCards today={today} now={now} />
            </div>
          </div>
        )}
        {isManager && (
          <Suspense fallback={null}>
            <Figures />
          </Suspense>
        )}
      </div>
    </div>
  );
}
