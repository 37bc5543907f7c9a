import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type Connection, connectionQuery, logInAtMeta, reconnectAtMeta } from '../connect-queries.ts';
import { ConnectAccounts } from './connect-accounts.tsx';
import { ConnectFindings } from './connect-findings.tsx';
import { ConnectSteps } from './connect-steps.tsx';

/** After the return from Meta: shows each step, offers the accounts, and says why some are missing. */
export function ConnectProgress({ id }: { id: string }) {
  const { t } = useTranslation('channels');
  const { data: connection, error } = useQuery(connectionQuery(id));
  if (!connection) return <FormError error={error} />;
  const { state } = connection;
  return (
    <Card title={t(`logIn.titles.${connection.product}`)} text={t(`logIn.states.${state}`)}>
      <FormError error={connection.error} />
      <ConnectSteps connection={connection} />
      <ConnectAccounts key={state} connection={connection} />
      {state !== 'connected' && <ConnectFindings connection={connection} />}
      <ConnectEnd connection={connection} />
    </Card>
  );
}

function ConnectEnd({ connection }: { connection: Connection }) {
  const { t } = useTranslation('channels');
  const { channel_id: channelId, product, state } = connection;
  const again = useMutation({ mutationFn: () => (channelId ? reconnectAtMeta(channelId) : logInAtMeta(product)) });
  if (state === 'working' || state === 'connecting') return null;
  return (
    <>
      <FormError error={again.error} />
      <Actions>
        {state === 'connected' ? (
          <Button component={Link} to="/">
            {t('welcome.inbox')}
          </Button>
        ) : (
          <Button variant="default" loading={again.isPending || again.isSuccess} onClick={() => again.mutate()}>
            {t('logIn.retry')}
          </Button>
        )}
        <Button component={Link} to="/settings/channels" variant="subtle">
          {t('logIn.close')}
        </Button>
      </Actions>
    </>
  );
}
