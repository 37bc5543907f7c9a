import { NativeSelect, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { templatesQuery } from '#web/features/message-templates/templates-queries.ts';
import type { RuleDraft } from '../rule-draft.ts';

/** The template that is sent outside the reply window, and what its variables stand for. */
export function TemplateFields({ form }: { form: UseFormReturnType<RuleDraft> }) {
  const { t } = useTranslation('reminders');
  const { data: templates = [] } = useQuery(templatesQuery);
  const usable = templates.filter(({ status, unsupported }) => status === 'approved' && !unsupported);
  const { templateName, templateValues } = form.values;
  const names = [...new Set([...usable.map(({ name }) => name), templateName].filter(Boolean))];
  const variables = usable.find(({ name }) => name === templateName)?.variables ?? [];
  const choose = (name: string) => {
    const keys = usable.find((one) => one.name === name)?.variables.map(({ key }) => key) ?? [];
    form.setValues({ templateName: name, templateValues: Object.fromEntries(keys.map((key) => [key, ''])) });
  };
  return (
    <>
      <NativeSelect
        label={t('template')}
        description={t(names.length > 0 ? 'templateHint' : 'noTemplates')}
        error={form.errors['templateName']}
        value={templateName}
        onChange={({ currentTarget }) => choose(currentTarget.value)}
        data={[{ value: '', label: t('noTemplate') }, ...names]}
        mb="sm"
      />
      {variables.map(({ key, example }) => (
        <TextInput
          key={key}
          label={t('templateValue', { key })}
          placeholder={example}
          value={templateValues[key] ?? ''}
          onChange={({ currentTarget }) =>
            form.setFieldValue('templateValues', { ...templateValues, [key]: currentTarget.value })
          }
          mb="sm"
        />
      ))}
    </>
  );
}
