import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import type { Service } from '../services-queries.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';

const MAX_NAME_LENGTH = 100;
const MAX_GATES = 50;
const KINDS = ['vaccination', 'evaluation', 'agreement'] as const;
const MODES = ['block', 'allow_with_upload', 'warn'] as const;
const NEW: Service['gates'][number] = { kind: 'vaccination', name: '', mode: 'warn' };

/** What a pet or a customer must have on the day: vaccinations, evaluations and signed agreements. */
export function GatesCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { gates } = form.values;
  return (
    <Card title={t('gates.title')} text={t('gates.text')}>
      {gates.map(({ kind, mode }, index) => (
        <fieldset key={index} className={classes.row}>
          <legend className={classes.rowTitle}>{t('gates.one', { number: index + 1 })}</legend>
          <Fields>
            <NativeSelect
              {...form.getInputProps(`gates.${index}.kind`)}
              label={t('gates.kind')}
              data={KINDS.map((value) => ({ value, label: t(`gates.kinds.${value}`) }))}
            />
            <TextInput
              {...form.getInputProps(`gates.${index}.name`)}
              label={t('gates.name')}
              placeholder={t(`gates.examples.${kind}`)}
              maxLength={MAX_NAME_LENGTH}
            />
            <NativeSelect
              {...form.getInputProps(`gates.${index}.mode`)}
              label={t('gates.mode')}
              data={MODES.map((value) => ({ value, label: t(`gates.modes.${value}`) }))}
            />
          </Fields>
          <p className={classes.hint}>{t(`gates.hints.${mode}`)}</p>
          <div className={classes.rowEnd}>
            <Button
              variant="default"
              size="sm"
              onClick={() => form.removeListItem('gates', index)}
              aria-label={t('gates.removeOne', { number: index + 1 })}
            >
              {t('remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      <Button
        variant="default"
        size="sm"
        disabled={gates.length >= MAX_GATES}
        onClick={() => form.insertListItem('gates', NEW)}
      >
        {t('gates.add')}
      </Button>
    </Card>
  );
}
