import { useTranslation } from 'react-i18next';
import type { Service } from '#web/features/services/services-queries.ts';
import type { Quote } from './booking-queries.ts';

/** Returns a function that says how long a visit takes, as `90 min`, or what kind of stay it is. */
export function useVisitDuration(): (service: Service, quote: Quote) => string {
  const { t } = useTranslation('bookingPanel');
  return ({ kind }, { minutes }) =>
    kind === 'timed' ? t('service.minutes', { count: minutes }) : t(`service.${kind}`);
}
