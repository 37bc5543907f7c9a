import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { disconnectChannel, testChannel } from '../channels-queries.ts';

/** One channel with its state, and the buttons that test and disconnect it. */
export function ChannelRow({ channel }: { channel: Schemas['ChannelDto'] }) {
  const { t } = useTranslation('channels');
  const test = useMutation({ mutationFn: () => testChannel(channel._id), onError: toastError });
  const { name, platform, state, health } = channel;
  const isHealthy = state === 'live';
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small data-tone={isHealthy ? undefined : 'error'}>
          {t(`list.platforms.${platform}`)} · {t(`list.states.${state}`)}
        </small>
        {!isHealthy && health.last_error && <small>{health.last_error.message}</small>}
      </span>
      {!isHealthy && (
        <Button size="sm" loading={test.isPending} onClick={() => test.mutate()}>
          {t('connected.test')}
        </Button>
      )}
      <DisconnectButton channel={channel} />
    </li>
  );
}

function DisconnectButton({ channel: { _id, name } }: { channel: Schemas['ChannelDto'] }) {
  const { t } = useTranslation('channels');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const disconnect = useMutation({
    mutationFn: () => disconnectChannel(_id),
    onError: toastError,
    onSettled: close,
  });
  return (
    <>
      <Button
        variant="default"
        size="sm"
        onClick={() => setAsking(true)}
        aria-label={t('list.disconnectOne', { name })}
      >
        {t('list.disconnect')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('list.disconnectOne', { name })}
          text={t('list.disconnectText')}
          confirm={t('list.disconnect')}
          isPending={disconnect.isPending}
          onConfirm={() => disconnect.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
