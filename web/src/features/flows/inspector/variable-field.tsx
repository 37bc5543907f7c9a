import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { asVariableName } from '../flow-variables.ts';

interface VariableFieldProps {
  label: string;
  field: string;
  value: string;
  onChange: (name: string) => void;
}

/** The name under which a value is kept for later nodes. */
export function VariableField({ label, field, value, onChange }: VariableFieldProps) {
  const { t } = useTranslation('flows');
  return (
    <TextInput
      data-field={field}
      label={label}
      description={value === '' ? t('fields.variableHint') : `{{vars.${value}}}`}
      value={value}
      onChange={({ currentTarget }) => onChange(asVariableName(currentTarget.value))}
    />
  );
}
