import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import type { MoveOptions, MoveRequest } from '../move-commands.ts';
import type { Place } from '../move-place.ts';
import classes from './move-dialog.module.css';

const MAX_REASON = 500;

interface ForcedMoveProps {
  request: MoveRequest;
  onMove: (place: Place, options: MoveOptions) => void;
}

/** Moves to the refused place all the same, with a reason: outside of the rules, or beside another appointment. */
export function ForcedMove({ request: { place, options = {}, error }, onMove }: ForcedMoveProps) {
  const { t } = useTranslation('calendar');
  const isManager = useIsManager();
  const [reason, setReason] = useState(options.override ?? options.overbook ?? '');
  if (!place || !error) return null;
  const isTaken = error.code === 'SLOT_TAKEN';
  if (isTaken && options.overbook !== undefined) return <p>{t('overbook.full')}</p>;
  if (isTaken && !isManager) return <p>{t('overbook.askManager')}</p>;
  const why = reason.trim();
  return (
    <form
      className={classes.forced}
      onSubmit={(event) => {
        event.preventDefault();
        if (why !== '') onMove(place, { ...options, ...(isTaken ? { overbook: why } : { override: why }) });
      }}
    >
      <TextInput
        label={isTaken ? t('overbook.reason') : t('overrideReason')}
        description={isTaken ? t('overbook.hint') : undefined}
        value={reason}
        maxLength={MAX_REASON}
        onChange={({ target }) => setReason(target.value)}
      />
      <Button type="submit" variant="default" disabled={why === ''}>
        {isTaken ? t('overbook.button') : t('moveAnyway')}
      </Button>
    </form>
  );
}
