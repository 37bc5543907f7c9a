import { ActionIcon, Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { IconPlus, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PetForm } from '../pet-form.ts';
import classes from './pet-dialog.module.css';

/** The vaccination card in the dialog of a pet. */
export function VaccinationFields({ form }: { form: UseFormReturnType<PetForm> }) {
  const { t } = useTranslation('pets');
  return (
    <fieldset className={classes.vaccinations}>
      <legend>{t('vaccinations.title')}</legend>
      {form.values.vaccinations.map((_, index) => (
        <div key={index} className={classes.vaccination}>
          <TextInput
            {...form.getInputProps(`vaccinations.${index}.name`)}
            label={t('vaccinations.name')}
            maxLength={100}
          />
          <TextInput
            {...form.getInputProps(`vaccinations.${index}.given_on`)}
            label={t('vaccinations.givenOn')}
            type="date"
          />
          <TextInput
            {...form.getInputProps(`vaccinations.${index}.expires_on`)}
            label={t('vaccinations.expiresOn')}
            type="date"
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('vaccinations.remove')}
            onClick={() => form.removeListItem('vaccinations', index)}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <Button
        size="xs"
        variant="default"
        leftSection={<IconPlus size={16} aria-hidden />}
        onClick={() => form.insertListItem('vaccinations', { name: '', given_on: '', expires_on: '' })}
      >
        {t('vaccinations.add')}
      </Button>
    </fieldset>
  );
}
