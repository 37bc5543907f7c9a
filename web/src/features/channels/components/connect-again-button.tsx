import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { toastError } from '#web/lib/toast.ts';
import { CONNECT_PLATFORMS, reconnectAtMeta } from '../connect-queries.ts';

/** Whether a log-in at Meta can connect the channel again. */
export const isOfMeta = ({ platform, provider }: Schemas['ChannelDto']): boolean =>
  provider === 'graph' && CONNECT_PLATFORMS.some((product) => product === platform);

/** Starts a log-in that gives a channel of Meta a new token. */
export function ConnectAgainButton({ channel }: { channel: Schemas['ChannelDto'] }) {
  const { t } = useTranslation('channels');
  const reconnect = useMutation({ mutationFn: () => reconnectAtMeta(channel._id), onError: toastError });
  if (!isOfMeta(channel)) return null;
  return (
    <Button
      size="sm"
      variant={channel.state === 'live' ? 'default' : 'filled'}
      loading={reconnect.isPending || reconnect.isSuccess}
      onClick={() => reconnect.mutate()}
      aria-label={t('logIn.againOne', { name: channel.name })}
    >
      {t('logIn.again')}
    </Button>
  );
}
