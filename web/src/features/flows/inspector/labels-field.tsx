import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type Label, LIMITS } from '../flow-graph.ts';
import classes from './inspector.module.css';

interface LabelsFieldProps {
  label: string;
  field: 'buttons' | 'choices';
  labels: readonly Label[];
  /** The words of the button that adds one. */
  add: string;
  onChange: (labels: Label[]) => void;
  onRemove: (index: number) => void;
}

/** The buttons of a message, or the choices of a question. Each is an outlet. */
export function LabelsField({ label, field, labels, add, onChange, onRemove }: LabelsFieldProps) {
  const { t } = useTranslation('flows');
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {labels.map((one, index) => (
        <div key={index} className={classes.line}>
          <TextInput
            className={classes.grow ?? ''}
            data-field={one.label === '' ? field : undefined}
            aria-label={t('fields.labelNumber', { number: index + 1 })}
            value={one.label}
            maxLength={LIMITS.label}
            onChange={({ currentTarget }) =>
              onChange(labels.map((other, place) => (place === index ? { label: currentTarget.value } : other)))
            }
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={t('fields.removeNumber', { number: index + 1 })}
            onClick={() => onRemove(index)}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        </div>
      ))}
      <div>
        <Button
          variant="default"
          size="sm"
          leftSection={<IconPlus size={16} aria-hidden />}
          disabled={labels.length >= LIMITS.choices}
          onClick={() => onChange([...labels, { label: t('fields.newLabel', { number: labels.length + 1 }) }])}
        >
          {add}
        </Button>
      </div>
    </fieldset>
  );
}
