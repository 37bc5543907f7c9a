import { Button, Checkbox } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { type Delivery, replayDelivery } from '../outgoing-webhooks-queries.ts';
import { DeliveryDetails } from './delivery-details.tsx';
import classes from './delivery-log.module.css';
import stateClasses from './webhook-state.module.css';

interface DeliveryRowProps {
  webhookId: string;
  delivery: Delivery;
  isChosen: boolean;
  onChoose: (isChosen: boolean) => void;
}

/** One delivery with its state. Its body and answers open on a click. */
export function DeliveryRow({ webhookId, delivery, isChosen, onChoose }: DeliveryRowProps) {
  const { t } = useTranslation('settings');
  const time = useTimeSettings();
  const [isOpen, setOpen] = useState(false);
  const replay = useMutation({
    mutationFn: () => replayDelivery(webhookId, delivery._id),
    onSuccess: () => toast({ message: t('log.replayed', { count: 1 }) }),
    onError: toastError,
  });
  const { _id, event, status, attempts, seq, occurred_at } = delivery;
  const last = attempts.at(-1);
  // A test belongs to no event, so it cannot be sent again.
  const isTest = seq === null;
  return (
    <li className={classes.row}>
      <Checkbox
        size="md"
        aria-label={t('log.choose', { event })}
        checked={isChosen}
        disabled={isTest}
        onChange={({ currentTarget }) => onChoose(currentTarget.checked)}
      />
      <span>
        <strong>{event}</strong>
        <small>{fullTime(occurred_at, time)}</small>
        {last && <small>{t('log.attempts', { count: attempts.length, time: fullTime(last.at, time) })}</small>}
        {last?.error && <small data-tone="error">{last.error}</small>}
      </span>
      <span className={stateClasses.state} data-state={status}>
        {t(`log.${status}`)}
      </span>
      <Button
        variant="default"
        size="sm"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        aria-label={t('log.detailsOne', { event })}
      >
        {t('log.details')}
      </Button>
      {!isTest && (
        <Button
          variant="default"
          size="sm"
          loading={replay.isPending}
          onClick={() => replay.mutate()}
          aria-label={t('log.replayOne', { event })}
        >
          {t('log.replay')}
        </Button>
      )}
      {isOpen && <DeliveryDetails webhookId={webhookId} deliveryId={_id} />}
    </li>
  );
}
