import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Modal.css';
import { Kbd, Modal, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './pick-dialog.module.css';

/** One line of the dialog. */
export interface Choice {
  id: string;
  label: string;
  /** Keys, a time, or other words at the end of the line. */
  hint?: string | undefined;
  isChosen?: boolean | undefined;
}

interface PickDialogProps {
  title: string;
  choices: readonly Choice[];
  onPick: (id: string) => void;
  onClose: () => void;
  /** Offers the typed words as a new choice if no line has them. */
  onCreate?: ((words: string) => void) | undefined;
  /** What that line says. */
  createLabel?: (words: string) => string;
}

/** A dialog to choose one line, by typing, arrows and Enter, or by a click. */
export function PickDialog({ title, choices, onPick, onClose, onCreate, createLabel }: PickDialogProps) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const labelOf = createLabel ?? ((typed: string) => t('pick.create', { words: typed }));
  const wanted = words.trim().toLocaleLowerCase();
  const found = matching(choices, wanted);
  const isNew = onCreate && wanted !== '' && !choices.some(({ label }) => label.toLocaleLowerCase() === wanted);
  const lines: Choice[] = isNew ? [...found, { id: NEW, label: labelOf(words.trim()) }] : found;

  const pick = (line: Choice | undefined) => {
    if (!line) return;
    if (line.id === NEW) onCreate?.(words.trim());
    else onPick(line.id);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPlace((place + step + lines.length) % Math.max(1, lines.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      pick(lines[place]);
    }
  };

  return (
    <Modal opened onClose={onClose} title={title} size="md" closeButtonProps={{ 'aria-label': t('close') }}>
      <TextInput
        data-autofocus
        aria-label={t('pick.search')}
        placeholder={t('pick.search')}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls="pick-list"
        aria-activedescendant={lines[place] ? `pick-${lines[place].id}` : undefined}
      />
      <ul id="pick-list" role="listbox" aria-label={title} className={classes.list}>
        {lines.map((line, index) => (
          <li
            key={line.id}
            id={`pick-${line.id}`}
            role="option"
            aria-selected={index === place}
            className={classes.row}
            onClick={() => pick(line)}
            onPointerMove={() => setPlace(index)}
          >
            <span className={classes.label}>{line.label}</span>
            {line.hint && <Kbd>{line.hint}</Kbd>}
            {line.isChosen && <IconCheck size={16} role="img" aria-label={t('pick.chosen')} />}
          </li>
        ))}
      </ul>
      {lines.length === 0 && <p className={classes.none}>{t('pick.none', { words })}</p>}
    </Modal>
  );
}

/** The lines with the words; first those in which a word begins with them, in each group as they came. */
function matching(choices: readonly Choice[], wanted: string): Choice[] {
  const found = choices.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const begins = ({ label }: Choice) => ` ${label.toLocaleLowerCase()}`.includes(` ${wanted}`);
  return [...found.filter(begins), ...found.filter((choice) => !begins(choice))];
}

/** The id of the line that offers the typed words as a new choice. */
const NEW = 'new choice';
