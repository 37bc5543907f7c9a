import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { QuotasCard } from '#web/features/quotas/components/quotas-card.tsx';
import { toast } from '#web/lib/toast.ts';
import { Failure } from '#web/ui/failure.tsx';
import { Page } from '#web/ui/page.tsx';
import { type BookingSettings, bookingSettingsQuery, changeBookingSettings } from './booking-settings-queries.ts';
import { SettingsForm } from './components/settings-form.tsx';
import { settingsBody } from './settings-draft.ts';

/** How the company takes bookings. */
export function BookingSettingsPage() {
  const { t } = useTranslation('booking');
  const { data: settings, error, refetch } = useQuery(bookingSettingsQuery);
  if (error && !settings) return <Failure error={error} onRetry={() => void refetch()} />;
  return (
    <Page title={t('title')} text={t('text')}>
      {settings && <SettingsEditor settings={settings} />}
      {settings && <QuotasCard sizes={settings.sizes} />}
    </Page>
  );
}

/** Keeps the settings as they were read: a change of a colleague must not replace what the user types. */
function SettingsEditor({ settings }: { settings: BookingSettings }) {
  const { t } = useTranslation('booking');
  const [opened, setOpened] = useState(settings);
  return (
    <SettingsForm
      key={opened.version}
      settings={opened}
      save={async (draft) => {
        setOpened(await changeBookingSettings(opened, settingsBody(draft)));
        toast({ message: t('saved') });
      }}
    />
  );
}
