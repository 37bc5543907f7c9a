import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { FormError } from '#web/ui/form-error.tsx';
import { PasswordField } from '#web/ui/password-field.tsx';
import { reconnectChannel } from '../channels-queries.ts';
import classes from './channel-health.module.css';

/** Connects a channel again by a new token. Waiting messages are sent then. */
export function ReconnectForm({ channel: { _id } }: { channel: Schemas['ChannelDto'] }) {
  const { t } = useTranslation('channels');
  const [token, setToken] = useState('');
  const reconnect = useMutation({
    mutationFn: () => reconnectChannel(_id, token.trim()),
    onSuccess: () => setToken(''),
  });
  return (
    <form
      className={classes.reconnect}
      onSubmit={(event) => {
        event.preventDefault();
        reconnect.mutate();
      }}
    >
      <FormError error={reconnect.error} />
      <PasswordField
        label={t('health.newToken')}
        description={t('health.newTokenHint')}
        value={token}
        onChange={(event) => setToken(event.currentTarget.value)}
        autoComplete="off"
        required
        mb="sm"
      />
      <Button type="submit" size="sm" loading={reconnect.isPending}>
        {t('health.reconnect')}
      </Button>
      {reconnect.isSuccess && <p role="status">{t('health.reconnected')}</p>}
    </form>
  );
}
