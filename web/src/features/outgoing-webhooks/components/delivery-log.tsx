import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, NativeSelect } from '@mantine/core';
import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { deliveriesQuery, type DeliveryStatus, replayDeliveries, replaySince } from '../outgoing-webhooks-queries.ts';
import classes from './delivery-log.module.css';
import { DeliveryRow } from './delivery-row.tsx';

const STATUSES: readonly DeliveryStatus[] = ['pending', 'succeeded', 'failed'];
const DAY_MS = 86_400_000;

/** What was sent to a webhook, with its answers, and buttons that send it again. */
export function DeliveryLog({ id }: { id: string }) {
  const { t } = useTranslation('settings');
  const [status, setStatus] = useState<DeliveryStatus | ''>('');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const log = useInfiniteQuery(deliveriesQuery(id, status || undefined));
  const deliveries = log.data?.pages.flatMap(({ items }) => items) ?? [];
  const sayReplayed = (count: number) => toast({ message: t('log.replayed', { count }) });
  const replayDay = useMutation({
    mutationFn: () => replaySince(id, new Date(Date.now() - DAY_MS).toISOString()),
    onSuccess: sayReplayed,
    onError: toastError,
  });
  const replayChosen = useMutation({
    // Reversed to the order of the events, because the list shows the newest first.
    mutationFn: () =>
      replayDeliveries(
        id,
        deliveries
          .map(({ _id }) => _id)
          .filter((_id) => chosen.has(_id))
          .reverse(),
      ),
    onSuccess: (count) => {
      setChosen(new Set());
      sayReplayed(count);
    },
    onError: toastError,
  });
  const choose = (deliveryId: string, isChosen: boolean): void => {
    const rest = [...chosen].filter((one) => one !== deliveryId);
    setChosen(new Set(isChosen ? [...rest, deliveryId] : rest));
  };
  return (
    <Card title={t('log.title')} text={t('log.text')}>
      <FormError error={log.error} />
      <NativeSelect
        label={t('log.status')}
        value={status}
        onChange={({ currentTarget }) => {
          setStatus(currentTarget.value as DeliveryStatus | '');
          setChosen(new Set());
        }}
        data={[{ value: '', label: t('log.all') }, ...STATUSES.map((value) => ({ value, label: t(`log.${value}`) }))]}
        mb="md"
      />
      <RowList empty={t('log.none')}>
        {deliveries.map((delivery) => (
          <DeliveryRow
            key={delivery._id}
            webhookId={id}
            delivery={delivery}
            isChosen={chosen.has(delivery._id)}
            onChoose={(isChosen) => choose(delivery._id, isChosen)}
          />
        ))}
      </RowList>
      <div className={classes.buttons}>
        {log.hasNextPage && (
          <Button variant="default" onClick={() => void log.fetchNextPage()} loading={log.isFetchingNextPage}>
            {t('log.older')}
          </Button>
        )}
        {chosen.size > 0 && (
          <Button onClick={() => replayChosen.mutate()} loading={replayChosen.isPending}>
            {t('log.replayChosen', { count: chosen.size })}
          </Button>
        )}
        <Button variant="default" onClick={() => replayDay.mutate()} loading={replayDay.isPending}>
          {t('log.replayDay')}
        </Button>
      </div>
    </Card>
  );
}
