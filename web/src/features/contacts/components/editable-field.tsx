import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import classes from './editable-field.module.css';

interface EditableFieldProps {
  label: string;
  value: string;
  type?: 'text' | 'tel' | 'email';
  maxLength: number;
  /** Larger, without its label. */
  isTitle?: boolean;
  isRequired?: boolean;
  /** Rejects if the value is refused. Then the field stays open and shows the reason. */
  onSave: (value: string) => Promise<void>;
}

/** A value that a click turns into an input. Enter and leaving the input save; Esc restores the old value. */
export function EditableField(props: EditableFieldProps) {
  const { label, value, isTitle = false } = props;
  const { t } = useTranslation('contacts');
  const [isEditing, setEditing] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const close = (hadKey: boolean) => {
    setEditing(false);
    if (hadKey) setTimeout(() => button.current?.focus());
  };
  return (
    <div className={classes.field} data-title={isTitle || undefined}>
      {!isTitle && <span className={classes.label}>{label}</span>}
      {isEditing ? (
        <FieldInput {...props} onClose={close} />
      ) : (
        <button
          ref={button}
          type="button"
          className={classes.value}
          data-empty={value === '' || undefined}
          aria-label={value === '' ? t('field.add', { label }) : t('field.change', { label, value })}
          onClick={() => setEditing(true)}
        >
          {value === '' ? t('field.empty') : value}
        </button>
      )}
    </div>
  );
}

function FieldInput(props: EditableFieldProps & { onClose: (hadKey: boolean) => void }) {
  const { label, value, type = 'text', maxLength, isRequired = false, onSave, onClose } = props;
  const [text, setText] = useState(value);
  const [error, setError] = useState<string>();
  const isSaving = useRef(false);

  const save = async (hadKey: boolean) => {
    const wanted = text.trim();
    if (isSaving.current) return;
    if (wanted === value || (isRequired && wanted === '')) return onClose(hadKey);
    isSaving.current = true;
    try {
      await onSave(wanted);
      onClose(hadKey);
    } catch (failure) {
      setError(errorWords(failure));
    } finally {
      isSaving.current = false;
    }
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') void save(true);
    if (event.key === 'Escape') {
      event.preventDefault();
      isSaving.current = true;
      onClose(true);
    }
  };

  return (
    <span className={classes.edit}>
      <input
        className={classes.input}
        aria-label={label}
        aria-invalid={error !== undefined}
        type={type}
        maxLength={maxLength}
        value={text}
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={() => void save(false)}
      />
      {error !== undefined && (
        <span className={classes.error} role="alert">
          {error}
        </span>
      )}
    </span>
  );
}
