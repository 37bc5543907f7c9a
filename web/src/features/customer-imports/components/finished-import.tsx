import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { type CustomerImport, undoImport } from '../imports-queries.ts';
import { BrokenRows } from './broken-rows.tsx';
import { CountList } from './count-list.tsx';

/** The result of an import, and the way back. */
export function FinishedImport({ source }: { source: CustomerImport }) {
  const { t } = useTranslation('imports');
  const { kind, state, counts, problem } = source;
  const text = state === 'undone' ? t('undone', { count: counts.kept }) : (problem ?? t(`done.${kind}`));
  return (
    <>
      <Card title={t(`states.${state}`)} text={text}>
        {state !== 'undone' && <CountList source={source} />}
        {state !== 'undone' && counts.rows > 0 && <UndoButton source={source} />}
      </Card>
      {state === 'done' && <BrokenRows source={source} />}
    </>
  );
}

function UndoButton({ source: { _id, kind } }: { source: CustomerImport }) {
  const { t } = useTranslation('imports');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const undo = useMutation({ mutationFn: () => undoImport(_id), onError: toastError, onSettled: close });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('undo.button')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('undo.title')}
          text={t(`undo.text.${kind}`)}
          confirm={t('undo.confirm')}
          isPending={undo.isPending}
          onConfirm={() => undo.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
