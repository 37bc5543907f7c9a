import '@mantine/core/styles/Combobox.css';
import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, NativeSelect, Switch, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { parseWhole } from '#web/lib/whole-number.ts';
import { ChoiceChips } from '#web/ui/choice-chips.tsx';
import { Fields } from '#web/ui/fields.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { RuleFields } from '../reminders-queries.ts';
import { CHANNELS, draftOf, fieldsOf, KINDS, LOCALES, type RuleDraft, unitsOf } from '../rule-draft.ts';
import { RuleTexts } from './rule-texts.tsx';
import { TemplateFields } from './template-fields.tsx';

export interface ServiceName {
  _id: string;
  name: string;
}

interface RuleFormProps {
  rule: Partial<RuleFields> & Pick<RuleFields, 'kind'>;
  /** The kind of a stored rule stays. */
  isStored?: boolean;
  services: readonly ServiceName[];
  save: (fields: RuleFields) => Promise<void>;
}

/** Kind, time, services, texts and ways of a rule, with a preview. */
export function RuleForm({ rule, isStored = false, services, save }: RuleFormProps) {
  const { t } = useTranslation('reminders');
  const form = useForm<RuleDraft>({
    initialValues: draftOf(rule),
    validate: {
      amount: (text) => (parseWhole(text) ? null : t('problems.number')),
      months: (text, { kind }) => (kind !== 'review' || parseWhole(text) ? null : t('problems.number')),
      channels: (chosen) => (chosen.length > 0 ? null : t('problems.ways')),
      text: (texts) => (LOCALES.some((locale) => texts[locale].trim()) ? null : t('problems.text')),
      templateName: (name, { channels }) => (channels.includes('template') && !name ? t('problems.template') : null),
    },
  });
  const saving = useMutation({ mutationFn: (draft: RuleDraft) => save(fieldsOf(draft)) });
  const { kind, channels } = form.values;
  const isBefore = kind === 'reminder' || kind === 'vaccination';
  return (
    <form onSubmit={form.onSubmit((draft) => saving.mutate(draft))}>
      <FormError error={saving.error} />
      <Fields>
        <NativeSelect
          label={t('kind')}
          disabled={isStored}
          value={kind}
          onChange={({ currentTarget: { value } }) => form.setValues(changedKind(value as RuleDraft['kind']))}
          data={KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <TextInput
          {...form.getInputProps('amount')}
          label={t(isBefore ? 'timeBefore' : 'timeAfter')}
          inputMode="numeric"
          required
        />
        <NativeSelect
          {...form.getInputProps('unit')}
          label={t('unit')}
          data={unitsOf(kind).map((value) => ({ value, label: t(`unitNames.${value}`) }))}
        />
      </Fields>
      {kind === 'review' && (
        <TextInput {...form.getInputProps('months')} label={t('months')} inputMode="numeric" mb="md" />
      )}
      {kind !== 'vaccination' && (
        <ChoiceChips
          label={t('services')}
          hint={t('servicesHint')}
          choices={services.map(({ _id, name }) => ({ value: _id, label: name }))}
          chosen={form.values.service_ids}
          onChange={(ids) => form.setFieldValue('service_ids', ids)}
        />
      )}
      <ChoiceChips
        label={t('channels')}
        hint={t('channelsHint')}
        error={form.errors['channels']}
        choices={CHANNELS.map((value) => ({ value, label: t(`ways.${value}`) }))}
        chosen={channels}
        onChange={(chosen) => form.setFieldValue('channels', chosen)}
      />
      {channels.includes('template') && <TemplateFields form={form} />}
      <RuleTexts form={form} />
      <Switch
        {...form.getInputProps('active', { type: 'checkbox' })}
        size="md"
        label={t('active')}
        description={t('activeHint')}
        my="md"
      />
      <Button type="submit" loading={saving.isPending}>
        {t('save')}
      </Button>
    </form>
  );
}

function changedKind(kind: RuleDraft['kind']): Partial<RuleDraft> {
  const [unit = 'days'] = unitsOf(kind).slice(-1);
  return { kind, unit, amount: kind === 'rebook' ? '42' : kind === 'vaccination' ? '14' : '1', service_ids: [] };
}
