import { Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWeekdays } from '#web/lib/time/weekdays.ts';
import { Card } from '#web/ui/card.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import type { ServiceForm } from './form-types.ts';

/** When pets of a stay come and go, and how long they stay. */
export function StayCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const weekdays = useWeekdays();
  const { kind, half_day } = form.values;
  const time = (path: string, label: string) => (
    <TextInput {...form.getInputProps(path)} label={label} type="time" required />
  );
  return (
    <Card title={t('stay.title')} text={t('stay.text')}>
      <ChoiceChips
        label={t('stay.weekdays')}
        choices={weekdays.map(({ day, long }) => ({ value: day, label: long }))}
        chosen={form.values.weekdays}
        onChange={(days) => form.setFieldValue('weekdays', days)}
        error={form.errors.weekdays}
      />
      <Fields>
        {time('arrival.from', t('stay.arrivalFrom'))}
        {time('arrival.to', t('stay.arrivalTo'))}
        {time('pickup.from', t('stay.pickupFrom'))}
        {time('pickup.to', t('stay.pickupTo'))}
      </Fields>
      {kind === 'boarding' ? (
        <Fields>
          <TextInput {...form.getInputProps('min_nights')} label={t('stay.minNights')} inputMode="numeric" />
          <TextInput {...form.getInputProps('max_nights')} label={t('stay.maxNights')} inputMode="numeric" />
        </Fields>
      ) : (
        <Switch
          {...form.getInputProps('half_day', { type: 'checkbox' })}
          size="md"
          label={t('stay.halfDay')}
          description={t('stay.halfDayHint')}
          mb="md"
        />
      )}
      {kind === 'daycare' && half_day && (
        <Fields>
          {time('halves.morning_until', t('stay.morningUntil'))}
          {time('halves.afternoon_arrival.from', t('stay.afternoonFrom'))}
          {time('halves.afternoon_arrival.to', t('stay.afternoonTo'))}
        </Fields>
      )}
    </Card>
  );
}
