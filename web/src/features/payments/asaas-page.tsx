import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { type AsaasConnection, asaasQuery, connectAsaas, disconnectAsaas } from './payments-queries.ts';

/** Connects the company with its payment provider. */
export function AsaasPage() {
  const { t } = useTranslation('payments');
  const { data: connection, error } = useQuery(asaasQuery);
  return (
    <Page title={t('asaas.title')} text={t('asaas.text')}>
      <FormError error={error} />
      {connection?.connected && <Connected connection={connection} />}
      <Card title={t(connection?.connected ? 'asaas.replace' : 'asaas.connect')}>
        <KeyForm />
      </Card>
    </Page>
  );
}

function Connected({ connection }: { connection: AsaasConnection }) {
  const { t } = useTranslation('payments');
  const time = useTimeSettings();
  const remove = useMutation({ mutationFn: disconnectAsaas, onError: toastError });
  const { environment, key_hint, last_success_at, last_error, webhook_registered } = connection;
  return (
    <Card title={t('asaas.connected')}>
      <p>{t('asaas.key', { hint: key_hint, environment: t(`asaas.environments.${environment ?? 'production'}`) })}</p>
      <p>{t(webhook_registered ? 'asaas.webhook' : 'asaas.noWebhook')}</p>
      {last_success_at && <p>{t('asaas.success', { time: fullTime(last_success_at, time) })}</p>}
      {last_error && <p role="alert">{last_error}</p>}
      <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
        {t('asaas.remove')}
      </Button>
    </Card>
  );
}

function KeyForm() {
  const { t } = useTranslation('payments');
  const [key, setKey] = useState('');
  const [environment, setEnvironment] = useState<'sandbox' | 'production'>('production');
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => connectAsaas({ api_key: key.trim(), environment }),
    onSuccess: () => {
      setKey('');
      toast({ message: t('asaas.done') });
    },
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        mutate();
      }}
    >
      <FormError error={error} />
      <PasswordField
        label={t('asaas.apiKey')}
        description={t('asaas.apiKeyHint')}
        value={key}
        autoComplete="off"
        onChange={({ target }) => setKey(target.value)}
      />
      <NativeSelect
        label={t('asaas.environment')}
        mt="sm"
        mb="md"
        value={environment}
        data={(['production', 'sandbox'] as const).map((value) => ({
          value,
          label: t(`asaas.environments.${value}`),
        }))}
        onChange={({ target }) => setEnvironment(target.value === 'sandbox' ? 'sandbox' : 'production')}
      />
      <Button type="submit" loading={isPending} disabled={key.trim() === ''}>
        {t('asaas.submit')}
      </Button>
    </form>
  );
}
