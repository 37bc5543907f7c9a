import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import {
  type BookingSettings,
  bookingSettingsQuery,
  changeBookingSettings,
} from '#web/features/booking-settings/booking-settings-queries.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';

const USUAL = { from: '21:00', to: '08:00' };

/** When nothing is sent. The waitlist keeps the same hours. */
export function QuietHoursCard() {
  const { t } = useTranslation('reminders');
  const { data: settings } = useQuery(bookingSettingsQuery);
  return (
    <Card title={t('quiet.title')} text={t('quiet.text')}>
      {settings && <QuietHours key={settings.version} settings={settings} />}
    </Card>
  );
}

function QuietHours({ settings }: { settings: BookingSettings }) {
  const { t } = useTranslation('reminders');
  const { quiet_hours: hours } = settings;
  const saving = useMutation({
    mutationFn: (next: BookingSettings['quiet_hours']) => changeBookingSettings(settings, { quiet_hours: next }),
    onSuccess: () => toast({ message: t('quiet.saved') }),
    onError: toastError,
  });
  const field = (name: 'from' | 'to') => (
    <TextInput
      type="time"
      label={t(`quiet.${name}`)}
      defaultValue={hours?.[name]}
      disabled={saving.isPending}
      onBlur={({ currentTarget: { value } }) => {
        if (hours && value && value !== hours[name]) saving.mutate({ ...hours, [name]: value });
      }}
    />
  );
  return (
    <>
      <Switch
        size="md"
        label={t('quiet.on')}
        checked={hours !== null}
        disabled={saving.isPending}
        onChange={({ currentTarget }) => saving.mutate(currentTarget.checked ? USUAL : null)}
        mb="md"
      />
      {hours && (
        <Fields>
          {field('from')}
          {field('to')}
        </Fields>
      )}
    </>
  );
}
