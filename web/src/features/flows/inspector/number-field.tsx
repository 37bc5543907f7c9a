import { TextInput } from '@mantine/core';
import { useState } from 'react';

interface NumberFieldProps {
  label: string;
  description?: string;
  field: string;
  value: number | undefined;
  min: number;
  max: number;
  placeholder?: string;
  /** Undefined where the field is empty. A number outside of the limits is not passed on. */
  onChange: (value: number | undefined) => void;
}

/** A whole number that may be left out. */
export function NumberField({ field, value, min, max, onChange, ...words }: NumberFieldProps) {
  const [typed, setTyped] = useState<string>();
  return (
    <TextInput
      {...words}
      data-field={field}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      value={typed ?? value ?? ''}
      onChange={({ currentTarget }) => {
        setTyped(currentTarget.value);
        const number = Number(currentTarget.value);
        if (currentTarget.value === '') onChange(undefined);
        else if (Number.isInteger(number) && number >= min && number <= max) onChange(number);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}
