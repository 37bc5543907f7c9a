import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import {
  deliveriesQuery,
  type Delivery,
  type DeliveryStatus,
  replayDelivery,
  replaySince,
} from '../outgoing-webhooks-queries.ts';
import classes from './webhook-state.module.css';

const STATUSES: readonly DeliveryStatus[] = ['pending', 'succeeded', 'failed'];
const DAY_MS = 86_400_000;

/** What was sent to a webhook, with its answers, and buttons that send it again. */
export function DeliveryLog({ id }: { id: string }) {
  const { t } = useTranslation('settings');
  const [status, setStatus] = useState<DeliveryStatus | ''>('');
  const { data: deliveries = [], error } = useQuery(deliveriesQuery(id, status || undefined));
  const replay = useMutation({
    mutationFn: () => replaySince(id, new Date(Date.now() - DAY_MS).toISOString()),
    onSuccess: (count) => toast({ message: t('log.replayed', { count }) }),
    onError: toastError,
  });
  return (
    <Card title={t('log.title')} text={t('log.text')}>
      <FormError error={error} />
      <NativeSelect
        label={t('log.status')}
        value={status}
        onChange={({ currentTarget }) => setStatus(currentTarget.value as DeliveryStatus | '')}
        data={[{ value: '', label: t('log.all') }, ...STATUSES.map((value) => ({ value, label: t(`log.${value}`) }))]}
        mb="md"
      />
      <RowList empty={t('log.none')}>
        {deliveries.map((delivery) => (
          <DeliveryRow key={delivery._id} webhookId={id} delivery={delivery} />
        ))}
      </RowList>
      <Button variant="default" mt="md" onClick={() => replay.mutate()} loading={replay.isPending}>
        {t('log.replayDay')}
      </Button>
    </Card>
  );
}

function DeliveryRow({ webhookId, delivery }: { webhookId: string; delivery: Delivery }) {
  const { t } = useTranslation('settings');
  const time = useTimeSettings();
  const replay = useMutation({ mutationFn: () => replayDelivery(webhookId, delivery._id), onError: toastError });
  const { event, status, attempts, seq, occurred_at } = delivery;
  const last = attempts.at(-1);
  return (
    <li>
      <span>
        <strong>{event}</strong>
        <small>{fullTime(occurred_at, time)}</small>
        {last?.error && <small data-tone="error">{last.error}</small>}
      </span>
      <span className={classes.state} data-state={status}>
        {t(`log.${status}`)}
      </span>
      {seq !== null && (
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
    </li>
  );
}
