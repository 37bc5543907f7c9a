import { NativeSelect, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { visitMinutes } from '../service-body.ts';
import type { ServiceForm } from './form-types.ts';
import { MoneyInput } from './money-input.tsx';

/** How long the service takes, what it costs, and at which times it may begin. */
export function TimeAndPriceCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const { deposit_kind } = form.values;
  const hasSteps = form.values.steps.length > 0;
  const isTimed = form.values.kind === 'timed';
  const minutes = { inputMode: 'numeric', autoComplete: 'off', rightSection: t('minutesShort') } as const;
  return (
    <Card title={t('time.title')}>
      <Fields>
        {isTimed && (
          <TextInput
            {...form.getInputProps('duration_min')}
            {...minutes}
            label={t('time.duration')}
            description={t(hasSteps ? 'time.durationOfSteps' : 'time.durationHint')}
            {...(hasSteps && { value: String(visitMinutes(form.values)), readOnly: true })}
            withAsterisk
          />
        )}
        <MoneyInput
          {...form.getInputProps('price')}
          label={t(`time.price.${form.values.kind}`)}
          description={t('time.priceHint')}
        />
      </Fields>
      <Fields>
        <NativeSelect
          {...form.getInputProps('deposit_kind')}
          label={t('time.deposit.label')}
          description={t('time.deposit.hint')}
          data={[
            { value: '', label: t('time.deposit.none') },
            { value: 'fixed', label: t('time.deposit.fixed') },
            { value: 'percent', label: t('time.deposit.percent') },
          ]}
        />
        {deposit_kind === 'fixed' && (
          <MoneyInput {...form.getInputProps('deposit_value')} label={t('time.deposit.amount')} />
        )}
        {deposit_kind === 'percent' && (
          <TextInput
            {...form.getInputProps('deposit_value')}
            label={t('time.deposit.share')}
            inputMode="numeric"
            autoComplete="off"
            rightSection="%"
          />
        )}
      </Fields>
      {isTimed && (
        <Fields>
          <TextInput
            {...form.getInputProps('buffer_before_min')}
            {...minutes}
            label={t('time.before')}
            description={t('time.beforeHint')}
          />
          <TextInput
            {...form.getInputProps('buffer_after_min')}
            {...minutes}
            label={t('time.after')}
            description={t('time.afterHint')}
          />
          <TextInput
            {...form.getInputProps('step_min')}
            {...minutes}
            label={t('time.step')}
            description={t('time.stepHint')}
          />
        </Fields>
      )}
    </Card>
  );
}
