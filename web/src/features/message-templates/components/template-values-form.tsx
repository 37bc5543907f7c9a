import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { DialogButtons } from '#web/ui/card-dialog.tsx';
import { knownValues } from '../template-text.ts';
import type { Template } from '../templates-queries.ts';
import { TemplatePreview } from './template-preview.tsx';

/** The longest value that the API takes. */
const MAX_VALUE_LENGTH = 1_024;

interface TemplateValuesFormProps {
  template: Template;
  row: Row;
  onSend: (values: Record<string, string>) => void;
  onBack: () => void;
}

/** Asks for a value for each variable; the names of customer and pet are filled in. */
export function TemplateValuesForm({ template, row, onSend, onBack }: TemplateValuesFormProps) {
  const { t } = useTranslation('templates');
  const { components, variables } = template;
  const [values, setValues] = useState(() =>
    knownValues(variables, { contact: row.contact.full_name, pet: row.pets[0]?.name }),
  );
  const isComplete = variables.every(({ key }) => values[key]?.trim());
  const firstEmpty = variables.find(({ key }) => !values[key])?.key;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (isComplete) onSend(values);
      }}
    >
      <TemplatePreview components={components} values={values} label={t('preview')} />
      {variables.map(({ key, example }) => (
        <TextInput
          key={key}
          label={t('picker.value', { key })}
          placeholder={example && t('picker.example', { example })}
          value={values[key] ?? ''}
          maxLength={MAX_VALUE_LENGTH}
          onChange={({ currentTarget: { value } }) => setValues((known) => ({ ...known, [key]: value }))}
          data-autofocus={key === firstEmpty || undefined}
          required
          mb="sm"
        />
      ))}
      <DialogButtons>
        <Button variant="default" onClick={onBack}>
          {t('picker.back')}
        </Button>
        <Button type="submit" disabled={!isComplete} data-autofocus={firstEmpty === undefined || undefined}>
          {t('picker.send')}
        </Button>
      </DialogButtons>
    </form>
  );
}
