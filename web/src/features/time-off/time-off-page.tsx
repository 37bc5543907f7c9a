import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ClosuresCard } from '#web/features/closures/components/closures-card.tsx';
import { HolidaysCard } from '#web/features/closures/components/holidays-card.tsx';
import { useIsManager } from '#web/lib/session/roles.ts';
import { meQuery } from '#web/lib/session/session.ts';
import { Page } from '#web/ui/page.tsx';
import { TimeOffCard } from './components/time-off-card.tsx';

/** When nobody, or one person, can be booked. Staff see and ask for their own time off. */
export function TimeOffPage() {
  const { t } = useTranslation('timeOff');
  const { data: me } = useQuery(meQuery);
  const isManager = useIsManager();
  if (!me) return null;
  if (!isManager)
    return (
      <Page title={t('own.title')}>
        <TimeOffCard ownId={me._id} />
      </Page>
    );
  return (
    <Page title={t('title')} text={t('text')}>
      <ClosuresCard />
      <HolidaysCard />
      <TimeOffCard />
    </Page>
  );
}
