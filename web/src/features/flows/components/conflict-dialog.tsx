import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { Conflict, DraftSaver } from '../draft-saver.ts';
import type { FlowEditor } from '../flow-editor.ts';
import { readFlow } from '../flows-queries.ts';

interface ConflictDialogProps {
  flowId: string;
  conflict: Conflict;
  editor: FlowEditor;
  saver: DraftSaver;
}

/** A colleague has saved another draft: the user chooses which one stays. */
export function ConflictDialog({ flowId, conflict: { by, at }, editor, saver }: ConflictDialogProps) {
  const { t } = useTranslation('flows');
  const time = useTimeSettings();
  const decide = useMutation({
    mutationFn: async (choice: 'theirs' | 'mine') => {
      const { graph, draft_rev } = await readFlow(flowId);
      if (choice === 'mine') return saver.resolve(draft_rev, editor.graph);
      editor.replace(graph);
      return saver.resolve(draft_rev, null);
    },
  });
  const who = by ?? t('conflict.somebody');
  return (
    <CardDialog
      title={at === null ? t('conflict.title', { who }) : t('conflict.titleAt', { who, time: clockTime(at, time) })}
      onClose={() => undefined}
    >
      <p>{t('conflict.text')}</p>
      <FormError error={decide.error} />
      <DialogButtons>
        <Button variant="default" loading={decide.isPending} onClick={() => decide.mutate('mine')}>
          {t('conflict.mine')}
        </Button>
        <Button data-autofocus loading={decide.isPending} onClick={() => decide.mutate('theirs')}>
          {t('conflict.theirs')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
