import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { usePets } from '#web/features/pets/pets-queries.ts';
import { dateOf, instantOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type Fact, FACT_FIELDS, type FactField } from '../assistant-types.ts';
import { addFact, changeFact } from './memory-queries.ts';

const MAX_VALUE_LENGTH = 500;
/** Facts about a person, not about a pet. */
const OF_CUSTOMER: readonly FactField[] = ['preference', 'note'];

interface FactDialogProps {
  contactId: string;
  /** Left out: a new fact. */
  fact?: Fact;
  onClose: () => void;
}

/** Adds a fact, or changes its words and its end. */
export function FactDialog({ contactId, fact, onClose }: FactDialogProps) {
  const { t } = useTranslation('memory');
  const time = useTimeSettings();
  const { data: pets = [] } = usePets(contactId);
  const form = useForm({
    initialValues: {
      pet: fact?.pet?._id ?? '',
      field: fact?.field ?? 'preference',
      value: fact?.value ?? '',
      until: fact?.expires_at ? dateOf(fact.expires_at, time) : '',
    },
  });
  const saving = useMutation({
    mutationFn: ({ pet, field, value, until }: typeof form.values) => {
      const expires_at = until === '' ? null : instantOf(until, '23:59', time).toISOString();
      if (fact) return changeFact(fact, { value: value.trim(), expires_at });
      return addFact(contactId, { field, value: value.trim(), pet_id: pet === '' ? null : pet, expires_at });
    },
    onSuccess: onClose,
  });
  const { pet } = form.values;
  const fields = pet === '' ? OF_CUSTOMER : FACT_FIELDS;
  const choosePet = (id: string) => {
    const fits = id !== '' || OF_CUSTOMER.includes(form.values.field);
    form.setValues({ pet: id, ...(fits ? {} : { field: 'preference' as const }) });
  };
  return (
    <CardDialog title={t(fact ? 'edit' : 'add')} onClose={onClose}>
      <form onSubmit={form.onSubmit((values) => saving.mutate(values))}>
        <FormError error={saving.error} />
        {!fact && (
          <>
            <NativeSelect
              label={t('of')}
              value={pet}
              onChange={({ currentTarget }) => choosePet(currentTarget.value)}
              data={[
                { value: '', label: t('customer') },
                ...pets.map(({ _id, name }) => ({ value: _id, label: name })),
              ]}
              mb="md"
            />
            <NativeSelect
              {...form.getInputProps('field')}
              label={t('field')}
              data={fields.map((value) => ({ value, label: t(`fields.${value}`) }))}
              mb="md"
            />
          </>
        )}
        <Textarea
          {...form.getInputProps('value')}
          label={fact ? t(`fields.${fact.field}`) : t('value')}
          maxLength={MAX_VALUE_LENGTH}
          rows={2}
          required
          data-autofocus
          mb="md"
        />
        <TextInput
          {...form.getInputProps('until')}
          label={t('until')}
          description={t('untilHint')}
          type="date"
          min={dateOf(Date.now(), time)}
        />
        <DialogButtons>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={saving.isPending}>
            {t('save')}
          </Button>
        </DialogButtons>
      </form>
    </CardDialog>
  );
}
