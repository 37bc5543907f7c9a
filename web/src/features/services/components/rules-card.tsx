import { NativeSelect, Switch, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PolicyFields } from '#web/features/booking-settings/components/policy-fields.tsx';
import { duration, useTimeSettings } from '#web/lib/time/company-time.ts';
import { Card } from '#web/ui/card.tsx';
import { Fields } from '#web/ui/fields.tsx';
import type { ServiceForm } from './form-types.ts';

const MINUTE_MS = 60_000;
/** 0, some hours, some days. */
const LEAD_MINUTES = [0, 60, 120, 240, 720, 1_440, 2_880, 4_320, 10_080];

/** How early and how late the service can be booked, and what a cancellation costs. */
export function RulesCard({ form }: { form: ServiceForm }) {
  const { t } = useTranslation('services');
  const time = useTimeSettings();
  const { lead_time_min, public_lead_time_min, hasPolicy, policy } = form.values;
  const words = (minutes: number) =>
    minutes === 0 ? t('rules.atOnce') : t('rules.before', { time: duration(minutes * MINUTE_MS, time) });
  const choices = (used: string) =>
    [...new Set([...LEAD_MINUTES.map(String), ...(used ? [used] : [])])].map((value) => ({
      value,
      label: words(Number(value)),
    }));
  const asTeam = { value: '', label: t('rules.asTeam', { time: words(Number(lead_time_min)) }) };
  return (
    <Card title={t('rules.title')}>
      <Fields>
        <NativeSelect
          {...form.getInputProps('public_lead_time_min')}
          label={t('rules.publicLead')}
          data={[asTeam, ...choices(public_lead_time_min)]}
        />
        <NativeSelect
          {...form.getInputProps('lead_time_min')}
          label={t('rules.teamLead')}
          data={choices(lead_time_min)}
        />
        <TextInput
          {...form.getInputProps('horizon_days')}
          label={t('rules.horizon')}
          inputMode="numeric"
          rightSection={t('rules.days')}
          rightSectionWidth={52}
        />
        <TextInput
          {...form.getInputProps('staff_horizon_days')}
          label={t('rules.staffHorizon')}
          inputMode="numeric"
          rightSection={t('rules.days')}
          rightSectionWidth={52}
        />
      </Fields>
      <Switch
        {...form.getInputProps('hasPolicy', { type: 'checkbox' })}
        size="md"
        label={t('rules.ownPolicy')}
        description={t('rules.ownPolicyHint')}
        mb={hasPolicy ? 'md' : undefined}
      />
      {hasPolicy && <PolicyFields policy={policy} inputProps={(field) => form.getInputProps(`policy.${field}`)} />}
    </Card>
  );
}
