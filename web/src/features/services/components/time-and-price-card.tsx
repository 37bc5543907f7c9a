import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { visitMinutes } from '../service-body.ts';
import type { ServiceForm } from './form-types.ts';
import { MoneyInput } from './money-input.tsx';

/** How long the service takes, what it costs, and at which times it may begin. */
export function TimeAndPriceCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
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
