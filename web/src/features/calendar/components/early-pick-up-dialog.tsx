import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { moneyWords } from '#web/lib/money.ts';
import { clockTime, dateOf, shortDate, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { pickUpEarly } from '../appointment-commands.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import type { EarlyPickUp } from '../early-pick-up.ts';
import { visitName } from '../visit-words.ts';

interface EarlyPickUpDialogProps {
  row: DiaryAppointment;
  early: EarlyPickUp;
  /** Names of the tables or kennels. */
  places: readonly string[];
  onClose: () => void;
}

/** Says what an early pick-up frees, and ends the visit. */
export function EarlyPickUpDialog({ row, early: { nights }, places, onClose }: EarlyPickUpDialogProps) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const name = visitName(row);
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => pickUpEarly(row),
    onSuccess: () => {
      toast({ message: t('early.done', { name }) });
      onClose();
    },
  });
  const planned = nights > 0 ? shortDate(dateOf(row.ends_at, time), time) : clockTime(row.ends_at, time);
  const freed = [...places, nights === 0 ? row.staff_name : null].filter(Boolean).join(', ');
  return (
    <CardDialog title={t('early.title', { name })} onClose={onClose}>
      <FormError error={error} />
      <p>{t(nights > 0 ? 'early.stayEnds' : 'early.visitEnds', { planned })}</p>
      {freed !== '' && (
        <p>
          {nights > 0
            ? t('early.freesNights', { places: freed, count: nights })
            : t('early.freesTime', { freed, planned })}
        </p>
      )}
      {row.price !== null && <p>{t('early.price', { price: moneyWords(row.price, row.currency, time.locale) })}</p>}
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('leaveIt')}
        </Button>
        <Button data-autofocus loading={isPending} onClick={() => mutate()}>
          {t('early.confirm')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
