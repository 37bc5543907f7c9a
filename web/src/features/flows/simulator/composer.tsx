import { ActionIcon } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationState } from './use-simulation.ts';
import classes from './simulator.module.css';

const MAX_TEXT = 5_000;
/** The API plays no longer conversation. */
const MAX_INPUTS = 100;

/** Where the user writes as the customer. */
export function Composer({ simulation: { act, state } }: { simulation: SimulationState }) {
  const { t } = useTranslation('flowRuns');
  const [text, setText] = useState('');
  const canSend = text.trim() !== '' && state.inputs.length < MAX_INPUTS;
  return (
    <form
      className={classes.composer}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canSend) return;
        act({ text: text.trim() });
        setText('');
      }}
    >
      <input
        type="text"
        autoComplete="off"
        aria-label={t('simulator.write')}
        placeholder={t('simulator.write')}
        maxLength={MAX_TEXT}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <ActionIcon type="submit" size={36} radius="xl" aria-label={t('simulator.send')} disabled={!canSend}>
        <IconSend size={18} stroke={1.75} aria-hidden />
      </ActionIcon>
    </form>
  );
}
