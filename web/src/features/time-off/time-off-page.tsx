import { useTranslation } from 'react-i18next';
import { ClosuresCard } from '#web/features/closures/components/closures-card.tsx';
import { HolidaysCard } from '#web/features/closures/components/holidays-card.tsx';
import { Page } from '#web/ui/page.tsx';
import { TimeOffCard } from './components/time-off-card.tsx';

/** When nobody, or one person, can be booked. */
export function TimeOffPage() {
  const { t } = useTranslation('timeOff');
  return (
    <Page title={t('title')} text={t('text')}>
      <ClosuresCard />
      <HolidaysCard />
      <TimeOffCard />
    </Page>
  );
}
