import { Button, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '#web/lib/api/api-error.ts';
import { toast } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import type { DraftSaver } from '../draft-saver.ts';
import { type FlowProblem, publishFlow } from '../flows-queries.ts';
import { useBuilder } from '../builder-context.ts';
import { ProblemList } from './problems-tab.tsx';
import classes from './side-panel.module.css';

const MAX_NOTE_LENGTH = 500;

interface PublishDialogProps {
  flowId: string;
  saver: DraftSaver;
  onClose: () => void;
}

/** Makes the draft live, with a note for the list of versions. Warnings do not stop it; errors are listed where it is refused. */
export function PublishDialog({ flowId, saver, onClose }: PublishDialogProps) {
  const { t } = useTranslation('flows');
  const { problems: found } = useBuilder();
  const [note, setNote] = useState('');
  const publish = useMutation({
    mutationFn: async () => {
      await saver.flush();
      return publishFlow(flowId, note.trim());
    },
    onSuccess: (number) => {
      toast({ message: t('publish.done', { number }) });
      onClose();
    },
  });
  const problems = problemsOf(publish.error);
  const warnings = found.filter(({ severity }) => severity === 'warning');
  return (
    <CardDialog title={t('publish.title')} onClose={onClose}>
      <p>{t(problems ? 'publish.refused' : 'publish.text')}</p>
      {problems ? <ProblemList problems={problems} onJump={onClose} /> : <FormError error={publish.error} />}
      {!problems && warnings.length > 0 && (
        <section aria-label={t('publish.warnings')}>
          <p className={classes.lead}>{t('publish.warnings')}</p>
          <ProblemList problems={warnings} onJump={onClose} />
        </section>
      )}
      {!problems && (
        <Textarea
          data-autofocus
          label={t('publish.note')}
          description={t('publish.noteHint')}
          rows={2}
          maxLength={MAX_NOTE_LENGTH}
          value={note}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
      )}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t(problems ? 'publish.mend' : 'cancel')}
        </Button>
        {!problems && (
          <Button loading={publish.isPending} onClick={() => publish.mutate()}>
            {t('publish.submit')}
          </Button>
        )}
      </DialogButtons>
    </CardDialog>
  );
}

function problemsOf(error: unknown): FlowProblem[] | null {
  if (!(error instanceof ApiError) || error.code !== 'FLOW_HAS_PROBLEMS') return null;
  return (error.details as { problems?: FlowProblem[] }).problems ?? [];
}
