import '@mantine/core/styles/Alert.css';
import { Alert, Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Actions } from '#web/ui/actions.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { channelsQuery, testChannel } from '../channels-queries.ts';

/** The result of connecting an account. If the token is not proven: the reason, and a button that tests it again. */
export function ConnectedChannel({ id, onAnother }: { id: string; onAnother: () => void }) {
  const { t } = useTranslation('channels');
  const { data: channels } = useQuery(channelsQuery);
  const test = useMutation({ mutationFn: testChannel });
  const channel = channels?.find(({ _id }) => _id === id);
  if (!channel) return null;

  if (channel.state === 'live') {
    return (
      <>
        <Alert role="status" mb="md">
          {t('connected.live', { name: channel.name })}
        </Alert>
        <Actions>
          <Button component={Link} to="/">
            {t('welcome.inbox')}
          </Button>
          <Button variant="default" onClick={onAnother}>
            {t('connected.another')}
          </Button>
        </Actions>
      </>
    );
  }
  return (
    <>
      <Alert color="red" role="alert" title={t('connected.unverified')} mb="md">
        {channel.health.last_error?.message}
      </Alert>
      <FormError error={test.error} />
      <Actions>
        <Button onClick={() => test.mutate(id)} loading={test.isPending}>
          {t('connected.test')}
        </Button>
        <Button variant="default" onClick={onAnother}>
          {t('connected.change')}
        </Button>
      </Actions>
    </>
  );
}
