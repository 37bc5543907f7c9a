import { Button } from '@mantine/core';
import { IconPlayerStopFilled } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { STOP } from '../settings-draft.ts';
import { changeSettings } from '../settings-queries.ts';

/** Switches the assistant off in every channel, at once and without a question. */
export function StopButton() {
  const { t } = useTranslation('assistant');
  const stop = useMutation({
    mutationFn: () => changeSettings(STOP),
    onSuccess: () => toast({ message: t('stop.done') }),
    onError: toastError,
  });
  return (
    <Button
      size="sm"
      color="red"
      leftSection={<IconPlayerStopFilled size={16} aria-hidden />}
      title={t('stop.hint')}
      loading={stop.isPending}
      onClick={() => stop.mutate()}
    >
      {t('stop.now')}
    </Button>
  );
}
