import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { cancelAppointment } from '../appointment-commands.ts';
import type { DiaryAppointment } from '../diary-merge.ts';

const MAX_REASON = 500;

/** Asks for the reason, and cancels. */
export function CancelDialog({ row, onClose }: { row: DiaryAppointment; onClose: () => void }) {
  const { t } = useTranslation('calendar');
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => cancelAppointment(row, reason.trim()),
    onSuccess: onClose,
  });
  return (
    <CardDialog title={t('cancelIt')} onClose={onClose}>
      <FormError error={error} />
      <p>{t('cancelText')}</p>
      <TextInput
        label={t('reason')}
        value={reason}
        maxLength={MAX_REASON}
        data-autofocus
        onChange={({ target }) => setReason(target.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('keepIt')}
        </Button>
        <Button color="red" loading={isPending} onClick={() => mutate()}>
          {t('cancelIt')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
