import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fields } from '#web/ui/fields.tsx';
import { LIMITS } from '../flow-graph.ts';
import { NumberField } from './number-field.tsx';

const UNITS = { minutes: 1, hours: 60, days: 24 * 60 } as const;
type Unit = keyof typeof UNITS;

interface DurationFieldProps {
  label: string;
  field: string;
  minutes: number | undefined;
  min?: number;
  placeholder?: string;
  onChange: (minutes: number | undefined) => void;
}

/** A time in minutes, typed in minutes, hours or days. */
export function DurationField({ label, field, minutes, min = 1, placeholder, onChange }: DurationFieldProps) {
  const { t } = useTranslation('flows');
  const [unit, setUnit] = useState<Unit>(() => unitOf(minutes));
  return (
    <Fields>
      <NumberField
        label={label}
        field={field}
        value={minutes === undefined ? undefined : Math.round(minutes / UNITS[unit])}
        min={min}
        max={Math.floor(LIMITS.minutes / UNITS[unit])}
        {...(placeholder ? { placeholder } : {})}
        onChange={(value) => onChange(value === undefined ? undefined : value * UNITS[unit])}
      />
      <NativeSelect
        label={t('fields.unit')}
        value={unit}
        data={(Object.keys(UNITS) as Unit[]).map((value) => ({ value, label: t(`units.${value}`) }))}
        onChange={({ currentTarget }) => {
          const next = currentTarget.value as Unit;
          setUnit(next);
          if (minutes) onChange(Math.min(LIMITS.minutes, Math.max(1, Math.round(minutes / UNITS[unit])) * UNITS[next]));
        }}
      />
    </Fields>
  );
}

function unitOf(minutes = 0): Unit {
  if (minutes > 0 && minutes % UNITS.days === 0) return 'days';
  return minutes > 0 && minutes % UNITS.hours === 0 ? 'hours' : 'minutes';
}
