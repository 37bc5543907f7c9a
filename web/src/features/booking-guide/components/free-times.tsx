import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import type { Service } from '#web/features/services/services-queries.ts';
import { clockTime, dateOf, dayHeading, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { freeTimesQuery } from '../guide-queries.ts';
import classes from '../guide-page.module.css';

const SHOWN_TIMES = 8;

/** The free times of the next seven days, as the booking page offers them. */
export function FreeTimes({ slug, service }: { slug: string; service: Service }) {
  const { t } = useTranslation('guide');
  const time = useTimeSettings();
  const { data: settings } = useQuery(bookingSettingsQuery);
  const today = dateOf(Date.now(), time);
  const query = freeTimesQuery(slug, service, today, settings?.sizes[0]?.name);
  const { data, error } = useQuery({ ...query, enabled: settings !== undefined });
  const days = data?.days.filter(({ slots }) => slots.length > 0);
  const isTimed = service.kind === 'timed';
  return (
    <Card title={t('times.title', { name: service.name })} text={t(isTimed ? 'times.text' : 'times.stayText')}>
      <FormError error={error} />
      {days?.length === 0 && (
        <p>
          {t('times.none')} <Link to="/settings/hours">{t('times.hours')}</Link>
        </p>
      )}
      <ul className={classes.days}>
        {days?.map(({ date, slots }) => (
          <li key={date}>
            <strong>{dayHeading(slots[0]?.starts_at ?? date, time)}</strong>
            {isTimed && (
              <div className={classes.times}>
                {slots.slice(0, SHOWN_TIMES).map(({ starts_at }) => (
                  <span key={starts_at}>{clockTime(starts_at, time)}</span>
                ))}
                {slots.length > SHOWN_TIMES && t('times.more', { count: slots.length - SHOWN_TIMES })}
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
