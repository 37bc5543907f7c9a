import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Button, Checkbox, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { type Webhook, webhookKindsQuery } from '../outgoing-webhooks-queries.ts';

type Values = Schemas['CreateWebhookDto'];

/** `message_created` for `message.created`: a dot separates levels of words. */
type KindKey = KeyOf<Values['events'][number]>;
type KeyOf<Kind> = Kind extends `${infer Thing}.${infer Change}` ? `${Thing}_${Change}` : never;

const TEST_KIND = 'webhook.test';
const MAX_DESCRIPTION_LENGTH = 200;

interface WebhookFormProps {
  webhook?: Webhook;
  submit: string;
  save: (values: Values) => Promise<void>;
}

/** Address, name and events of a webhook. */
export function WebhookForm({ webhook, submit, save }: WebhookFormProps) {
  const { t } = useTranslation('settings');
  const { data: kinds = [] } = useQuery(webhookKindsQuery);
  const [url, setUrl] = useState(webhook?.url ?? '');
  const [description, setDescription] = useState(webhook?.description ?? '');
  const [events, setEvents] = useState<string[]>(webhook?.events ?? []);
  const saving = useMutation({ mutationFn: save });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        saving.mutate({ url, description, events: events as Values['events'] });
      }}
    >
      <FormError error={saving.error} />
      <TextInput
        label={t('webhooks.url')}
        description={t('webhooks.urlHint')}
        type="url"
        value={url}
        onChange={({ currentTarget }) => setUrl(currentTarget.value)}
        required
        mb="md"
      />
      <TextInput
        label={t('webhooks.name')}
        value={description}
        onChange={({ currentTarget }) => setDescription(currentTarget.value)}
        maxLength={MAX_DESCRIPTION_LENGTH}
        mb="md"
      />
      <Checkbox.Group label={t('webhooks.events')} value={events} onChange={setEvents} mb="md">
        {kinds
          .filter(({ event }) => event !== TEST_KIND)
          .map(({ event }) => (
            <Checkbox
              key={event}
              size="md"
              mt="xs"
              label={event}
              description={t(`webhooks.kinds.${event.replace('.', '_') as KindKey}`)}
              value={event}
            />
          ))}
      </Checkbox.Group>
      <Button type="submit" loading={saving.isPending} disabled={events.length === 0}>
        {submit}
      </Button>
    </form>
  );
}
