import { Button, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { SPECIES } from '../pet-facts.ts';
import { savePet } from '../pet-actions.ts';
import { type PetForm, toForm } from '../pet-form.ts';
import type { Pet } from '../pets-queries.ts';
import { VaccinationFields } from './vaccination-fields.tsx';
import classes from './pet-dialog.module.css';

const SEXES = ['unknown', 'female', 'male'] as const;

/** Makes a pet of a contact, or changes one. */
export function PetDialog(props: { contactId: string; pet: Pet | undefined; onClose: () => void }) {
  const { contactId, pet, onClose } = props;
  const { t } = useTranslation('pets');
  const today = dateOf(Date.now(), useTimeSettings());
  const form = useForm<PetForm>({ initialValues: toForm(pet) });
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const title = pet ? t('edit', { name: pet.name }) : t('add');
  const species = SPECIES.some((known) => known === form.values.species) ? null : form.values.species;

  const submit = async (values: PetForm) => {
    setBusy(true);
    setError(undefined);
    try {
      await savePet(contactId, pet, values);
      onClose();
    } catch (failure) {
      setError(errorWords(failure));
      setBusy(false);
    }
  };

  return (
    <NativeDialog label={title} className={classes.dialog} onClose={onClose}>
      <form className={classes.form} onSubmit={form.onSubmit((values) => void submit(values))}>
        <h2 className={classes.title}>{title}</h2>
        <TextInput {...form.getInputProps('name')} label={t('fields.name')} required maxLength={100} autoFocus />
        <label className={classes.field}>
          {t('fields.species')}
          <select className={classes.select} {...form.getInputProps('species')}>
            {species !== null && <option value={species}>{species}</option>}
            {SPECIES.map((known) => (
              <option key={known} value={known}>
                {t(`species.${known}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput {...form.getInputProps('breed')} label={t('fields.breed')} maxLength={100} />
        <label className={classes.field}>
          {t('fields.sex')}
          <select className={classes.select} {...form.getInputProps('sex')}>
            {SEXES.map((sex) => (
              <option key={sex} value={sex}>
                {t(`sex.${sex}`)}
              </option>
            ))}
          </select>
        </label>
        <TextInput {...form.getInputProps('birth_date')} label={t('fields.birth')} type="date" max={today} />
        <TextInput {...form.getInputProps('weight_kg')} label={t('fields.weight')} inputMode="decimal" />
        <TextInput {...form.getInputProps('coat')} label={t('fields.coat')} maxLength={100} />
        <TextInput {...form.getInputProps('temperament')} label={t('fields.temperament')} />
        <TextInput {...form.getInputProps('allergies')} label={t('fields.allergies')} />
        <label className={classes.check}>
          <input type="checkbox" {...form.getInputProps('bites', { type: 'checkbox' })} /> {t('bites')}
        </label>
        <label className={classes.wide}>
          {t('fields.notes')}
          <textarea className={classes.notes} rows={2} maxLength={10_000} {...form.getInputProps('notes')} />
        </label>
        <VaccinationFields form={form} />
        {error !== undefined && (
          <p className={classes.error} role="alert">
            {error}
          </p>
        )}
        <div className={classes.buttons}>
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          <Button type="submit" loading={isBusy}>
            {t('save')}
          </Button>
        </div>
      </form>
    </NativeDialog>
  );
}
