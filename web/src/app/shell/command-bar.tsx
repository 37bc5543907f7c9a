import '@mantine/core/styles/CloseButton.css';
import '@mantine/core/styles/Paper.css';
import '@mantine/core/styles/Overlay.css';
import '@mantine/core/styles/ModalBase.css';
import '@mantine/core/styles/Kbd.css';
import '@mantine/core/styles/Modal.css';
import { Kbd, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ACTION_KEYS } from '#web/app/actions/action-keys.ts';
import { useAvailableActions, type Action } from '#web/app/actions/actions.ts';
import classes from './command-bar.module.css';

/** Everything that can be done here, found by typing; also the list of the keys. */
export function CommandBar({ mode, onClose }: { mode: 'commands' | 'shortcuts'; onClose: () => void }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const [place, setPlace] = useState(0);
  const found = [...useAvailableActions().values()].filter(({ label }) =>
    label.toLocaleLowerCase().includes(words.trim().toLocaleLowerCase()),
  );

  const run = (action: Action | undefined) => {
    onClose();
    // The dialog gives the focus back first; an action may move it elsewhere.
    if (action) setTimeout(action.run);
  };

  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setPlace((place + step + found.length) % Math.max(1, found.length));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
      event.preventDefault();
      run(found[place]);
    }
  };

  return (
    <Modal opened onClose={onClose} title={t(mode === 'commands' ? 'commands.title' : 'commands.shortcuts')} size="md">
      <TextInput
        data-autofocus
        aria-label={t('commands.search')}
        placeholder={t('commands.search')}
        value={words}
        onChange={({ currentTarget }) => {
          setWords(currentTarget.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
        role="combobox"
        aria-expanded
        aria-controls="commands"
        aria-activedescendant={found[place] ? `command-${found[place].id}` : undefined}
      />
      <ul id="commands" role="listbox" aria-label={t('commands.title')} className={classes.list}>
        {found.map((action, index) => (
          <li
            key={action.id}
            id={`command-${action.id}`}
            role="option"
            aria-selected={index === place}
            className={classes.row}
            onClick={() => run(action)}
            onPointerMove={() => setPlace(index)}
          >
            <span>{action.label}</span>
            <span>
              {ACTION_KEYS[action.id].split(' ').map((key) => (
                <Kbd key={key} className={classes.key}>
                  {key.replace('mod+', 'Ctrl ').toUpperCase()}
                </Kbd>
              ))}
            </span>
          </li>
        ))}
      </ul>
      {found.length === 0 && <p>{t('commands.none', { words })}</p>}
    </Modal>
  );
}
