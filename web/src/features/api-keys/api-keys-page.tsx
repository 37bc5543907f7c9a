import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toastError } from '#web/lib/toast.ts';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { SecretOnce } from '#web/ui/secret-once.tsx';
import { apiKeysQuery, deleteApiKey } from './api-keys-queries.ts';
import { ApiKeyForm } from './components/api-key-form.tsx';
import { wordsOf } from './permissions.ts';

/** Keys by which programs of the company call the API. */
export function ApiKeysPage() {
  const { t } = useTranslation('settings');
  const { data: keys = [], error } = useQuery(apiKeysQuery);
  const [made, setMade] = useState<Schemas['CreatedApiKeyDto']>();
  return (
    <Page title={t('pages.apiKeys')} text={t('apiKeys.text')}>
      {made && (
        <SecretOnce
          label={t('apiKeys.made', { name: made.name })}
          secret={made.key}
          onDone={() => setMade(undefined)}
        />
      )}
      <Card title={t('apiKeys.list')}>
        <FormError error={error} />
        <RowList empty={t('apiKeys.none')}>
          {keys.map((key) => (
            <ApiKeyRow key={key._id} apiKey={key} />
          ))}
        </RowList>
      </Card>
      {!made && (
        <Card title={t('apiKeys.add')}>
          <ApiKeyForm onMade={setMade} />
        </Card>
      )}
    </Page>
  );
}

function ApiKeyRow({ apiKey }: { apiKey: Schemas['ApiKeyDto'] }) {
  const { t } = useTranslation('settings');
  const time = useTimeSettings();
  const remove = useMutation({ mutationFn: () => deleteApiKey(apiKey._id), onError: toastError });
  const [isAsking, setAsking] = useState(false);
  const { last_used_at: used, permissions } = apiKey;
  return (
    <li>
      <span>
        <strong>{apiKey.name}</strong>
        <small>
          {apiKey.prefix}… · {used ? t('apiKeys.used', { time: fullTime(used, time) }) : t('apiKeys.unused')}
        </small>
        <small>{permissions.map((one) => t(wordsOf(one))).join(' · ')}</small>
        {isAsking && <small role="alert">{t('apiKeys.deleteWarning')}</small>}
      </span>
      <Button
        variant={isAsking ? 'filled' : 'default'}
        color="red"
        size="sm"
        loading={remove.isPending}
        onClick={() => (isAsking ? remove.mutate() : setAsking(true))}
        onBlur={() => setAsking(false)}
        aria-label={t(isAsking ? 'apiKeys.deleteSureOne' : 'apiKeys.deleteOne', { name: apiKey.name })}
      >
        {t(isAsking ? 'apiKeys.deleteSure' : 'delete')}
      </Button>
    </li>
  );
}
