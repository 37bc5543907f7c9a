import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page.tsx';
import { SecretOnce } from '#web/ui/secret-once.tsx';
import { DeliveryLog } from './components/delivery-log.tsx';
import { WebhookForm } from './components/webhook-form.tsx';
import { WebhookState } from './components/webhook-state.tsx';
import {
  changeWebhook,
  deleteWebhook,
  rotateSecret,
  testWebhook,
  type Webhook,
  webhooksQuery,
} from './outgoing-webhooks-queries.ts';

/** One webhook: its health, its settings and what was sent to it. */
export function WebhookPage() {
  const { t } = useTranslation('settings');
  const { webhookId } = useParams({ from: '/staff/settings/webhooks/$webhookId' });
  const { data: webhooks, isPending } = useQuery(webhooksQuery);
  const webhook = webhooks?.find(({ _id }) => _id === webhookId);
  if (isPending) return null;
  if (!webhook) return <EmptyState title={t('webhooks.gone')} />;
  return (
    <Page title={webhook.description || webhook.url} text={webhook.url}>
      <WebhookState webhook={webhook} />
      <HealthCard webhook={webhook} />
      <DeliveryLog id={webhook._id} />
      <Card title={t('webhooks.change')}>
        <WebhookForm
          key={webhook._id}
          webhook={webhook}
          submit={t('save')}
          save={async (values) => {
            await changeWebhook(webhook._id, values);
            toast({ message: t('saved') });
          }}
        />
      </Card>
    </Page>
  );
}

function HealthCard({ webhook: { _id, active, failing_since, last_failure } }: { webhook: Webhook }) {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const test = useMutation({ mutationFn: () => testWebhook(_id), onError: toastError });
  const turn = useMutation({ mutationFn: () => changeWebhook(_id, { active: !active }), onError: toastError });
  const rotate = useMutation({ mutationFn: () => rotateSecret(_id), onError: toastError });
  const remove = useMutation({
    mutationFn: () => deleteWebhook(_id),
    onSuccess: () => navigate({ to: '/settings/webhooks' }),
    onError: toastError,
  });
  const [isAsking, setAsking] = useState(false);
  const result = test.data?.attempts.at(-1);
  return (
    <Card title={t('webhooks.health')}>
      {(failing_since || !active) && last_failure && <p>{last_failure.message}</p>}
      {result && <p role="status">{result.error ?? t('webhooks.testWorked', { status: result.response_status })}</p>}
      {rotate.data && (
        <SecretOnce label={t('webhooks.rotated')} secret={rotate.data.secret} onDone={() => rotate.reset()} />
      )}
      <Actions>
        <Button onClick={() => test.mutate()} loading={test.isPending}>
          {t('webhooks.test')}
        </Button>
        <Button variant="default" onClick={() => turn.mutate()} loading={turn.isPending}>
          {t(active ? 'webhooks.turnOff' : 'webhooks.turnOn')}
        </Button>
        <Button variant="default" onClick={() => rotate.mutate()} loading={rotate.isPending}>
          {t('webhooks.rotate')}
        </Button>
        <Button
          variant={isAsking ? 'filled' : 'default'}
          color={isAsking ? 'red' : undefined}
          loading={remove.isPending}
          onClick={() => (isAsking ? remove.mutate() : setAsking(true))}
        >
          {t(isAsking ? 'webhooks.deleteSure' : 'delete')}
        </Button>
      </Actions>
    </Card>
  );
}
