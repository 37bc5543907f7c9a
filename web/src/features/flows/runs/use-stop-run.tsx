import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { stopRun } from './runs-queries.ts';

/** Stops a run after a question. Put `dialog` into the page. */
export function useStopRun(id: string): { ask: () => void; dialog: ReactNode } {
  const { t } = useTranslation('flowRuns');
  const [isAsking, setAsking] = useState(false);
  const stop = useMutation({
    mutationFn: () => stopRun(id),
    onSuccess: () => toast({ message: t('replay.stopped') }),
    onError: toastError,
    onSettled: () => setAsking(false),
  });
  const dialog = isAsking && (
    <ConfirmDialog
      title={t('replay.stopTitle')}
      text={t('replay.stopText')}
      confirm={t('replay.stop')}
      isPending={stop.isPending}
      onConfirm={() => stop.mutate()}
      onClose={() => setAsking(false)}
    />
  );
  return { ask: () => setAsking(true), dialog };
}
