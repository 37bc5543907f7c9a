import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import type { AddOnDraft } from '../service-draft.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';
import { MoneyInput } from './money-input.tsx';

const MAX_NAME_LENGTH = 100;
const MAX_ADD_ONS = 50;
const PLACES = ['every', 'first', 'last'] as const;
const NEW: AddOnDraft = { stored: null, name: '', minutes: '0', price: '', on: 'last' };

/** Extras that a customer may add to the service. */
export function AddOnsCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { add_ons, kind } = form.values;
  return (
    <Card title={t('addOns.title')} text={t('addOns.text')}>
      {add_ons.map((_, index) => (
        <fieldset key={index} className={classes.row}>
          <legend className={classes.rowTitle}>{t('addOns.one', { number: index + 1 })}</legend>
          <TextInput
            {...form.getInputProps(`add_ons.${index}.name`)}
            label={t('addOns.name')}
            maxLength={MAX_NAME_LENGTH}
            mb="sm"
          />
          <Fields>
            <TextInput
              {...form.getInputProps(`add_ons.${index}.minutes`)}
              label={t('addOns.minutes')}
              inputMode="numeric"
              rightSection={t('minutesShort')}
            />
            <MoneyInput {...form.getInputProps(`add_ons.${index}.price`)} label={t('addOns.price')} />
            {kind === 'boarding' && (
              <NativeSelect
                {...form.getInputProps(`add_ons.${index}.on`)}
                label={t('addOns.on')}
                data={PLACES.map((value) => ({ value, label: t(`addOns.places.${value}`) }))}
              />
            )}
          </Fields>
          <div className={classes.rowEnd}>
            <Button
              variant="default"
              size="sm"
              onClick={() => form.removeListItem('add_ons', index)}
              aria-label={t('addOns.removeOne', { number: index + 1 })}
            >
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        variant="default"
        size="sm"
        disabled={add_ons.length >= MAX_ADD_ONS}
        onClick={() => form.insertListItem('add_ons', NEW)}
      >
        {t('addOns.add')}
      </Button>
    </Card>
  );
}
