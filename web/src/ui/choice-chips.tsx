import type { ReactNode } from 'react';
import classes from './choice-chips.module.css';

interface ChoiceChipsProps<T extends string | number> {
  label: string;
  hint?: string;
  error?: ReactNode;
  choices: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}

/** A few choices, of which any number can be taken. */
export function ChoiceChips<T extends string | number>(props: ChoiceChipsProps<T>) {
  const { label, hint, error, choices, chosen, onChange } = props;
  const set = (value: T, isChosen: boolean) =>
    onChange(choices.map((one) => one.value).filter((one) => (one === value ? isChosen : chosen.includes(one))));
  return (
    <fieldset className={classes.group}>
      <legend className={classes.legend}>{label}</legend>
      {hint && <p className={classes.hint}>{hint}</p>}
      <div className={classes.chips}>
        {choices.map(({ value, label: words }) => (
          <label key={value} className={classes.chip}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              onChange={({ currentTarget }) => set(value, currentTarget.checked)}
            />
            {words}
          </label>
        ))}
      </div>
      {error && (
        <p className={classes.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
