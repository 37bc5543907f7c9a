import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Switch, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useStore } from '#web/lib/store.ts';
import { timeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type PushSettings, setPushSettings } from '../notifications-queries.ts';

const USUAL = { from: '22:00', to: '07:00' };

/** The hours in which no push is sent to the user. A time is saved when its field is left. */
export function QuietHoursCard({ settings }: { settings: PushSettings }) {
  const { t } = useTranslation('notifications');
  const { zone } = useStore(timeSettings);
  const saving = useMutation({ mutationFn: setPushSettings });
  const { quiet_hours: hours = null } = settings;
  const save = (quiet_hours: PushSettings['quiet_hours']) => saving.mutate({ ...settings, quiet_hours });
  const field = (name: 'from' | 'to') =>
    hours && (
      <TextInput
        key={hours[name]}
        type="time"
        required
        label={t(`quiet.${name}`)}
        defaultValue={hours[name]}
        onBlur={({ currentTarget: { value } }) => {
          if (value !== '' && value !== hours[name]) save({ ...hours, [name]: value });
        }}
      />
    );
  return (
    <Card title={t('quiet.title')} text={t('quiet.text', { zone })}>
      <Switch
        size="md"
        label={t('quiet.on')}
        checked={hours !== null}
        disabled={saving.isPending}
        mb={hours ? 'md' : undefined}
        onChange={({ currentTarget }) => save(currentTarget.checked ? USUAL : null)}
      />
      {hours && (
        <Fields>
          {field('from')}
          {field('to')}
        </Fields>
      )}
      <FormError error={saving.error} />
    </Card>
  );
}
