import { Button, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#web/lib/api/error-words.ts';
import { Actions } from '#web/ui/actions.tsx';
import { NativeDialog } from '#web/ui/native-dialog.tsx';
import { changeLabel, createLabel, deleteLabel, LABEL_COLORS } from '../label-actions.ts';
import { labelViewOf } from '../inbox-views.ts';
import type { Label } from '../labels-query.ts';
import classes from './label-dialog.module.css';

const MOST_CHARACTERS = 40;

interface LabelDialogProps {
  label: Label | undefined;
  /** The list shows this label now; after its deletion it shows all conversations. */
  isShown: boolean;
  onClose: () => void;
}

/** Makes a label, or renames, recolours and deletes one. */
export function LabelDialog({ label, isShown, onClose }: LabelDialogProps) {
  const { t } = useTranslation('labels');
  const navigate = useNavigate();
  const [name, setName] = useState(label?.name ?? '');
  const [color, setColor] = useState<string>(label?.color ?? LABEL_COLORS[0]);
  const [isDeleting, setDeleting] = useState(false);
  const [error, setError] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const title = label ? t('edit', { name: label.name }) : t('add');

  const run = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setError(undefined);
    try {
      await work();
      onClose();
    } catch (failure) {
      setError(errorWords(failure));
      setBusy(false);
    }
  };
  const save = () =>
    run(async () => {
      const fields = { name: name.trim(), color };
      if (label) return changeLabel(label, fields);
      const { _id } = await createLabel(fields);
      await navigate({ to: '/inbox/$view', params: { view: labelViewOf(_id) } });
    });
  const remove = (gone: Label) =>
    run(async () => {
      await deleteLabel(gone);
      if (isShown) await navigate({ to: '/inbox/$view', params: { view: 'all' } });
    });

  return (
    <NativeDialog label={title} className={classes.dialog} onClose={onClose}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <h2 className={classes.title}>{title}</h2>
        <TextInput
          label={t('name')}
          value={name}
          onChange={({ currentTarget }) => setName(currentTarget.value)}
          required
          maxLength={MOST_CHARACTERS}
          data-autofocus
        />
        <Colors chosen={color} onPick={setColor} />
        {error !== undefined && (
          <p className={classes.error} role="alert">
            {error}
          </p>
        )}
        {isDeleting && <p className={classes.warning}>{t('deleteWarning')}</p>}
        <Actions>
          {label && (
            <Button
              variant={isDeleting ? 'filled' : 'default'}
              color="red"
              loading={isBusy && isDeleting}
              onClick={() => (isDeleting ? void remove(label) : setDeleting(true))}
            >
              {t(isDeleting ? 'deleteReally' : 'delete')}
            </Button>
          )}
          <span className={classes.gap} />
          <Button variant="default" onClick={onClose}>
            {t('cancel')}
          </Button>
          {!isDeleting && (
            <Button type="submit" loading={isBusy}>
              {t('save')}
            </Button>
          )}
        </Actions>
      </form>
    </NativeDialog>
  );
}

function Colors({ chosen, onPick }: { chosen: string; onPick: (color: string) => void }) {
  const { t } = useTranslation('labels');
  // A label made through the API may have any colour.
  const colors = [...new Set<string>([...LABEL_COLORS, chosen])];
  return (
    <fieldset className={classes.colors}>
      <legend className={classes.legend}>{t('color')}</legend>
      {colors.map((color, index) => (
        <label key={color} className={classes.color}>
          <input
            type="radio"
            name="color"
            className="pb-visually-hidden"
            aria-label={t('colorNumber', { number: index + 1 })}
            checked={color === chosen}
            onChange={() => onPick(color)}
          />
          <svg className={classes.swatch} viewBox="0 0 24 24" aria-hidden>
            <circle cx="12" cy="12" r="12" fill={color} />
          </svg>
        </label>
      ))}
    </fieldset>
  );
}
