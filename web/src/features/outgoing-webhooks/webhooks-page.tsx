import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { SecretOnce } from '#web/ui/secret-once.tsx';
import { WebhookForm } from './components/webhook-form.tsx';
import { WebhookState } from './components/webhook-state.tsx';
import { createWebhook, webhooksQuery } from './outgoing-webhooks-queries.ts';

/** Addresses that get signed events of the company. */
export function WebhooksPage() {
  const { t } = useTranslation('settings');
  const navigate = useNavigate();
  const { data: webhooks = [], error } = useQuery(webhooksQuery);
  const [made, setMade] = useState<Schemas['WebhookSecretDto']>();
  const open = (webhookId: string) => void navigate({ to: '/settings/webhooks/$webhookId', params: { webhookId } });
  return (
    <Page title={t('pages.webhooks')} text={t('webhooks.text')}>
      {made && <SecretOnce label={t('webhooks.made')} secret={made.secret} onDone={() => open(made._id)} />}
      <Card title={t('webhooks.list')}>
        <FormError error={error} />
        <RowList empty={t('webhooks.none')}>
          {webhooks.map((webhook) => (
            <li key={webhook._id}>
              <Link to="/settings/webhooks/$webhookId" params={{ webhookId: webhook._id }}>
                <strong>{webhook.description || webhook.url}</strong>
                <small>{webhook.url}</small>
              </Link>
              <WebhookState webhook={webhook} />
            </li>
          ))}
        </RowList>
      </Card>
      {!made && (
        <Card title={t('webhooks.add')}>
          <WebhookForm submit={t('webhooks.submit')} save={async (values) => setMade(await createWebhook(values))} />
        </Card>
      )}
    </Page>
  );
}
