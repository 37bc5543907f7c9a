import { useEffect, useId, useRef, type InputHTMLAttributes, type ReactNode } from 'react';
import { errorWords } from '../error-words.ts';
import { useLanguage } from '../words.ts';
import styles from './parts.module.css';

/** The heading of a screen; it gets the focus when the screen appears, so that screen readers begin there. */
export function Title({ children }: { children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    window.scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, []);
  return (
    <h1 ref={heading} tabIndex={-1} className={styles.title}>
      {children}
    </h1>
  );
}

export function Loading() {
  const { words } = useLanguage();
  return (
    <p className={styles.loading} role="status">
      {words.loading}
    </p>
  );
}

type Tone = 'good' | 'bad' | 'late';

/** A short message between other parts. `bad` interrupts a screen reader. */
export function Notice({ tone, children }: { tone?: Tone; children: ReactNode }) {
  const className = [styles.notice, tone ? styles[tone] : ''].join(' ');
  return (
    <div className={className} role={tone === 'bad' ? 'alert' : 'status'}>
      {typeof children === 'string' ? <p>{children}</p> : children}
    </div>
  );
}

/** An error of the API in words, with a button that asks again where that may help. */
export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const language = useLanguage();
  return (
    <Notice tone="bad">
      <p>{errorWords(error, language)}</p>
      {onRetry && (
        <div className={styles.chips}>
          <button type="button" className={styles.chip} onClick={onRetry}>
            {language.words.retry}
          </button>
        </div>
      )}
    </Notice>
  );
}

interface FieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange'> {
  label: string;
  error?: string | undefined;
  onText: (text: string) => void;
  children?: ReactNode;
}

/** A text field with its label and what is wrong with it. */
export function Field({ label, error, onText, children, ...input }: FieldProps) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : `${id}-error`}
        onChange={(event) => onText(event.target.value)}
        {...input}
      />
      {error !== undefined && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

interface ChipsProps {
  label: string;
  options: readonly { value: string; label: string }[];
  value: string;
  onChoose: (value: string) => void;
  error?: string | undefined;
}

/** One of a few choices. */
export function Chips({ label, options, value, onChoose, error }: ChipsProps) {
  return (
    <fieldset className={styles.group}>
      <legend className={styles.label}>{label}</legend>
      <div className={styles.chips}>
        {options.map((option) => (
          <button
            key={option.value}
            type="button"
            className={styles.chip}
            aria-pressed={option.value === value}
            onClick={() => onChoose(option.value)}
          >
            {option.label}
          </button>
        ))}
      </div>
      {error !== undefined && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}

export { styles };
