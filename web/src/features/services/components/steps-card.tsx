import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseWhole } from '#web/lib/whole-number.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { visitMinutes } from '../service-body.ts';
import { firstSteps, newStep, withoutStep } from '../steps.ts';
import type { ServiceForm } from './form-types.ts';
import classes from './matrix-card.module.css';

const MAX_STEPS = 10;
const MAX_NAME_LENGTH = 100;

/** The steps of the work. While a pet waits, for example to dry, its person is free for another pet. */
export function StepsCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { steps } = form.values;
  const waiting = steps.reduce((sum, { staff, minutes }) => sum + (staff ? 0 : (parseWhole(minutes) ?? 0)), 0);
  const add = () =>
    form.setFieldValue(
      'steps',
      steps.length === 0 ? firstSteps(form.values) : [...steps, newStep({ staff: steps.at(-1)?.staff === false })],
    );
  return (
    <Card title={t('steps.title')} text={t('steps.text')}>
      {steps.map((_, index) => (
        <Step key={index} form={form} index={index} />
      ))}
      {steps.length > 0 && (
        <p className={classes.sum} role="status">
          {t('steps.sum', {
            total: t('minutes', { count: visitMinutes(form.values) }),
            waiting: t('minutes', { count: waiting }),
          })}
        </p>
      )}
      <Button variant="default" size="sm" disabled={steps.length >= MAX_STEPS} onClick={add}>
        {t(steps.length === 0 ? 'steps.split' : 'steps.add')}
      </Button>
    </Card>
  );
}

function Step({ form, index }: { form: ServiceForm; index: number }) {
  const { t } = useTranslation('services');
  const path = `steps.${index}`;
  const { steps, require_staff } = form.values;
  const step = steps[index];
  if (!step) return null;
  const minutes = { inputMode: 'numeric', autoComplete: 'off', rightSection: t('minutesShort') } as const;
  return (
    <fieldset className={classes.row}>
      <legend className={classes.rowTitle}>{t('steps.one', { number: index + 1 })}</legend>
      <Fields>
        <TextInput
          {...form.getInputProps(`${path}.name`)}
          label={t('steps.name')}
          placeholder={t(step.staff ? 'steps.busyExample' : 'steps.waitsExample')}
          maxLength={MAX_NAME_LENGTH}
        />
        <TextInput {...form.getInputProps(`${path}.minutes`)} {...minutes} label={t('steps.minutes')} />
        {require_staff && (
          <NativeSelect
            label={t('steps.person')}
            value={step.staff ? 'busy' : 'free'}
            error={form.errors[`${path}.staff`]}
            data={(['busy', 'free'] as const).map((value) => ({ value, label: t(`steps.people.${value}`) }))}
            onChange={({ currentTarget }) => form.setFieldValue(`${path}.staff`, currentTarget.value === 'busy')}
          />
        )}
        {index < steps.length - 1 && (step.stored?.gap_after_min ?? 0) > 0 && (
          <TextInput {...form.getInputProps(`${path}.pause`)} {...minutes} label={t('steps.pause')} />
        )}
      </Fields>
      <div className={classes.rowEnd}>
        <span />
        <Button
          variant="default"
          size="sm"
          onClick={() => form.setValues(withoutStep(form.values, index))}
          aria-label={t('steps.removeOne', { number: index + 1 })}
        >
          {t('remove')}
        </Button>
      </div>
    </fieldset>
  );
}
