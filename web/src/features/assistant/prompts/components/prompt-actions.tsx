import { Button } from '@mantine/core';
import { IconTestPipe } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import type { Prompt } from '#web/features/assistant/assistant-types.ts';
import { deletePrompt, publishPrompt, rollBack } from '../prompts-queries.ts';

interface PromptActionsProps {
  prompt: Prompt;
  isEmpty: boolean;
  /** Saves what was typed. */
  save: () => Promise<void>;
}

/** Publishes a draft, brings a retired version back, tries a version, or deletes a draft. */
export function PromptActions({ prompt: { _id: id, number, status }, isEmpty, save }: PromptActionsProps) {
  const { t } = useTranslation('assistant');
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<'live' | 'delete' | null>(null);
  const close = () => setDialog(null);
  const live = useMutation({
    mutationFn: async () => {
      await save();
      await (status === 'draft' ? publishPrompt(id) : rollBack(id));
    },
    onSuccess: () => toast({ message: t('prompts.isLive', { number }) }),
    onError: toastError,
    onSettled: close,
  });
  const remove = useMutation({
    mutationFn: () => deletePrompt(id),
    onSuccess: () => navigate({ to: '/assistant/prompts' }),
    onError: toastError,
  });
  const tryIt = useMutation({
    mutationFn: save,
    onSuccess: () => navigate({ to: '/assistant/try', search: { prompt: id } }),
    onError: toastError,
  });
  const verb = t(status === 'draft' ? 'prompts.publish' : 'prompts.rollBack');
  return (
    <>
      {status === 'draft' && (
        <Button size="sm" variant="subtle" color="red" onClick={() => setDialog('delete')}>
          {t('prompts.delete')}
        </Button>
      )}
      <Button
        size="sm"
        variant="default"
        leftSection={<IconTestPipe size={18} aria-hidden />}
        loading={tryIt.isPending}
        onClick={() => tryIt.mutate()}
      >
        {t('tabs.try')}
      </Button>
      {status !== 'published' && (
        <Button size="sm" disabled={isEmpty} onClick={() => setDialog('live')}>
          {verb}
        </Button>
      )}
      {dialog === 'live' && (
        <CardDialog title={t('prompts.liveTitle', { number })} onClose={close}>
          <p>{t('prompts.liveText')}</p>
          <DialogButtons>
            <Button variant="default" onClick={close}>
              {t('cancel')}
            </Button>
            <Button data-autofocus loading={live.isPending} onClick={() => live.mutate()}>
              {verb}
            </Button>
          </DialogButtons>
        </CardDialog>
      )}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={t('prompts.deleteTitle', { number })}
          text={t('prompts.deleteText')}
          confirm={t('prompts.delete')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
