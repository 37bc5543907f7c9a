import { useId } from 'react';
import { styles } from '../parts/parts.tsx';

const MAX_NOTES = 2_000;

interface Props {
  label: string;
  value: string;
  onText: (text: string) => void;
}

/** A text of several lines. */
export function NotesField({ label, value, onText }: Props) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <textarea
        id={id}
        className={styles.input}
        rows={3}
        maxLength={MAX_NOTES}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
