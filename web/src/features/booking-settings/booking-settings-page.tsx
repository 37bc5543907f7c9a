import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { QuotasCard } from '#web/features/quotas/components/quotas-card.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { bookingSettingsQuery } from './booking-settings-queries.ts';
import { SettingsForm } from './components/settings-form.tsx';

/** How the company takes bookings. */
export function BookingSettingsPage() {
  const { t } = useTranslation('booking');
  const { data: settings, error, refetch } = useQuery(bookingSettingsQuery);
  if (error && !settings) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('title')} text={t('text')}>
      {settings && <SettingsForm key={settings.version} settings={settings} />}
      {settings && <QuotasCard sizes={settings.sizes} />}
    </Page>
  );
}
