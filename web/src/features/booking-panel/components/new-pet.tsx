import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { bookingSettingsQuery } from '#web/features/booking-settings/booking-settings-queries.ts';
import { savePet } from '#web/features/pets/pet-actions.ts';
import { SPECIES } from '#web/features/pets/pet-facts.ts';
import { toForm } from '#web/features/pets/pet-form.ts';
import type { Pet } from '#web/features/pets/pets-queries.ts';
import { useTraitWords } from '#web/features/services/trait-words.ts';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import classes from '../booking-panel.module.css';
import { sizeOf } from '../size-of.ts';

const COATS = ['short', 'long', 'double', 'curly'] as const;

interface NewPetProps {
  contactId: string;
  onMade: (pet: Pet) => void;
  /** Undefined where the customer has no other pet. */
  onCancel: (() => void) | undefined;
}

/** Makes a pet with the facts that decide about time and price. */
export function NewPet({ contactId, onMade, onCancel }: NewPetProps) {
  const { t } = useTranslation(['bookingPanel', 'pets', 'services', 'common']);
  const coats = useId();
  const words = useTraitWords();
  const { data: settings } = useQuery(bookingSettingsQuery);
  const form = useForm({ initialValues: toForm(undefined) });
  const size = sizeOf(form.values.weight_kg, settings?.sizes ?? []);
  const create = useMutation({ mutationFn: () => savePet(contactId, undefined, form.values), onSuccess: onMade });
  return (
    <form className={classes.inset} aria-label={t('pet.new')} onSubmit={form.onSubmit(() => create.mutate())}>
      <FormError error={create.error} />
      <Fields>
        <TextInput {...form.getInputProps('name')} label={t('pets:fields.name')} required maxLength={100} />
        <label className={classes.field}>
          {t('pets:fields.species')}
          <select className={classes.select} {...form.getInputProps('species')}>
            {SPECIES.map((species) => (
              <option key={species} value={species}>
                {t(`pets:species.${species}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput
          {...form.getInputProps('weight_kg')}
          label={t('pets:fields.weight')}
          inputMode="decimal"
          rightSectionWidth={72}
          rightSection={size && <span className={classes.dim}>{words.size(size)}</span>}
        />
        <TextInput {...form.getInputProps('coat')} label={t('pets:fields.coat')} maxLength={100} list={coats} />
      </Fields>
      <datalist id={coats}>
        {COATS.map((coat) => (
          <option key={coat} value={coat}>
            {t(`services:coats.${coat}`)}
          </option>
        ))}
      </datalist>
      <div className={classes.buttons}>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {t('common:cancel')}
          </Button>
        )}
        <Button type="submit" variant="light" loading={create.isPending}>
          {t('pet.create')}
        </Button>
      </div>
    </form>
  );
}
