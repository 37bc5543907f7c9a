import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Contact } from '#web/features/contacts/contacts-queries.ts';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import { servicesQuery } from '#web/features/services/services-queries.ts';
import { useColleagues } from '#web/features/users/users-queries.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { DialogButtons } from '#web/ui/card-dialog.tsx';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type EntryDraft, entryFields } from '../entry-draft.ts';
import { addToWaitlist } from '../waitlist-queries.ts';

const MAX_NOTES = 2_000;
const MAX_NIGHTS = 60;

interface EntryFormProps {
  contact: Contact;
  pets: readonly Pet[];
  onDone: () => void;
}

/** Pets, service, days and hours of an entry. */
export function EntryForm({ contact, pets, onDone }: EntryFormProps) {
  const { t } = useTranslation(['waitlist', 'common']);
  const time = useTimeSettings();
  const today = dateOf(Date.now(), time);
  const people = useColleagues();
  const { data: services = [] } = useQuery(servicesQuery);
  const offered = services.filter(({ active }) => active);
  const form = useForm<EntryDraft>({
    initialValues: {
      petIds: pets.length === 1 ? pets.map(({ _id }) => _id) : [],
      ...{ serviceId: '', staffId: '', first: '', last: '', from: '', to: '', nights: '1', notes: '' },
    },
  });
  const { serviceId, first } = form.values;
  const isStay = services.find(({ _id }) => _id === serviceId)?.kind === 'boarding';
  const saving = useMutation({
    mutationFn: (draft: EntryDraft) => addToWaitlist(entryFields(draft, contact._id, isStay)),
    onSuccess: onDone,
  });
  const choices = (first: string, list: { _id: string; name: string }[]) => [
    { value: '', label: first },
    ...list.map(({ _id, name }) => ({ value: _id, label: name })),
  ];
  return (
    <form onSubmit={form.onSubmit((draft) => saving.mutate(draft))}>
      <FormError error={saving.error} />
      <p>
        <strong>{contact.full_name}</strong> {contact.phone}
      </p>
      {pets.length > 0 && (
        <ChoiceChips
          label={t('pets')}
          choices={pets.map(({ _id, name }) => ({ value: _id, label: name }))}
          chosen={form.values.petIds}
          onChange={(petIds) => form.setFieldValue('petIds', petIds)}
        />
      )}
      <Fields>
        <NativeSelect
          {...form.getInputProps('serviceId')}
          label={t('service')}
          data={choices(t('choose'), offered)}
          required
          data-autofocus
        />
        <NativeSelect
          {...form.getInputProps('staffId')}
          label={t('person')}
          data={choices(
            t('anybody'),
            people.map(({ _id, full_name, email }) => ({ _id, name: full_name || email })),
          )}
        />
        {isStay && (
          <TextInput
            {...form.getInputProps('nights')}
            label={t('nightsLabel')}
            type="number"
            min={1}
            max={MAX_NIGHTS}
            required
          />
        )}
      </Fields>
      <Fields>
        <TextInput {...form.getInputProps('first')} label={t('first')} type="date" min={today} required />
        <TextInput {...form.getInputProps('last')} label={t('last')} type="date" min={first || today} />
        {!isStay && (
          <>
            <TextInput {...form.getInputProps('from')} label={t('notBefore')} type="time" />
            <TextInput {...form.getInputProps('to')} label={t('overBy')} type="time" />
          </>
        )}
      </Fields>
      <TextInput {...form.getInputProps('notes')} label={t('notes')} maxLength={MAX_NOTES} />
      <DialogButtons>
        <Button variant="default" onClick={onDone}>
          {t('common:cancel')}
        </Button>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
      </DialogButtons>
    </form>
  );
}
