import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type TimeOffDraft, timeOffFields } from '../time-off-draft.ts';
import { addTimeOff, type HitAppointment } from '../time-off-queries.ts';

const MAX_REASON_LENGTH = 500;
const EMPTY: TimeOffDraft = {
  ...{ staff_id: '', first: '', last: '', isWholeDay: true, from: '12:00', to: '13:00', reason: '', weeklyUntil: '' },
};

interface TimeOffFormProps {
  /** The person, where it is not chosen: staff ask for their own time off. */
  ownId?: string | undefined;
  /** Takes the appointments in this time. */
  onAdded: (appointments: HitAppointment[]) => void;
}

/** New time off of a person. */
export function TimeOffForm({ ownId, onAdded }: TimeOffFormProps) {
  const { t } = useTranslation('timeOff');
  const time = useTimeSettings();
  const people = useColleagues();
  const today = dateOf(Date.now(), time);
  const form = useForm<TimeOffDraft>({ initialValues: { ...EMPTY, staff_id: ownId ?? '' } });
  const saving = useMutation({
    mutationFn: (draft: TimeOffDraft) => addTimeOff(timeOffFields(draft, time)),
    onSuccess: onAdded,
  });
  const { first, isWholeDay } = form.values;
  const choose = { value: '', label: t('person.choose'), disabled: true };
  return (
    <form onSubmit={form.onSubmit((draft) => saving.mutate(draft))}>
      <FormError error={saving.error} />
      {ownId === undefined && (
        <NativeSelect
          {...form.getInputProps('staff_id')}
          label={t('person.label')}
          data={[choose, ...people.map(({ _id, full_name, email }) => ({ value: _id, label: full_name || email }))]}
          required
          data-autofocus
          mb="md"
        />
      )}
      <Switch
        {...form.getInputProps('isWholeDay', { type: 'checkbox' })}
        size="md"
        label={t('person.wholeDays')}
        mb="md"
      />
      <Fields>
        <TextInput
          {...form.getInputProps('first')}
          label={t(isWholeDay ? 'first' : 'day')}
          type="date"
          min={today}
          required
        />
        {isWholeDay ? (
          <TextInput
            {...form.getInputProps('last')}
            label={t('last')}
            description={t('lastHint')}
            type="date"
            min={first || today}
          />
        ) : (
          <>
            <TextInput {...form.getInputProps('from')} label={t('from')} type="time" required />
            <TextInput {...form.getInputProps('to')} label={t('to')} type="time" required />
          </>
        )}
      </Fields>
      <TextInput
        {...form.getInputProps('weeklyUntil')}
        label={t('person.weekly')}
        description={t('person.weeklyHint')}
        type="date"
        min={first || today}
        mb="md"
      />
      <TextInput
        {...form.getInputProps('reason')}
        label={t('person.reason')}
        description={t('person.reasonHint')}
        maxLength={MAX_REASON_LENGTH}
        mb="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {t(ownId === undefined ? 'person.submit' : 'own.submit')}
      </Button>
    </form>
  );
}
