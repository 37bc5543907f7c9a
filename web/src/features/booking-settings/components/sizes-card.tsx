import { Button, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import type { SettingsDraft } from '../settings-draft.ts';
import classes from './settings-form.module.css';

const MAX_SIZES = 10;
const MAX_NAME_LENGTH = 100;

/** The sizes of pets, by weight. Prices and times of services refer to them. */
export function SizesCard({ form }: { form: UseFormReturnType<SettingsDraft> }) {
  const { t } = useTranslation('booking');
  const { sizes } = form.values;
  return (
    <Card title={t('sizes.title')} text={t('sizes.text')}>
      {sizes.map((_, index) => (
        <div key={index} className={classes.row}>
          <TextInput
            {...form.getInputProps(`sizes.${index}.name`)}
            label={t('sizes.name')}
            maxLength={MAX_NAME_LENGTH}
          />
          <TextInput
            {...form.getInputProps(`sizes.${index}.max_kg`)}
            label={t('sizes.upTo')}
            placeholder={t('sizes.noEnd')}
            inputMode="decimal"
            rightSection="kg"
          />
          {sizes.length > 1 && (
            <Button
              variant="default"
              onClick={() => form.removeListItem('sizes', index)}
              aria-label={t('sizes.removeOne', { number: index + 1 })}
            >
              {t('remove')}
            </Button>
          )}
        </div>
      ))}
      <Button
        variant="default"
        size="sm"
        disabled={sizes.length >= MAX_SIZES}
        onClick={() => form.insertListItem('sizes', { name: '', max_kg: '' })}
      >
        {t('sizes.add')}
      </Button>
    </Card>
  );
}
