import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Schemas } from '#web/lib/api/client.ts';
import { toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { disconnectChannel } from '../channels-queries.ts';
import { ChannelHealth } from './channel-health.tsx';
import { ConnectAgainButton, isOfMeta } from './connect-again-button.tsx';

/** A channel with its state, next step and health, and a button that disconnects it. */
export function ChannelRow({ channel }: { channel: Schemas['ChannelDto'] }) {
  const { t } = useTranslation('channels');
  const { _id, name, platform, provider, state, health } = channel;
  const isByCode = provider === 'waha';
  const isHealthy = health.next_step === null || health.next_step === 'wait';
  // The words of a refused channel's state are its reason.
  const isReasonShown = !isHealthy && state !== 'needs_reconnect';
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small data-tone={state === 'live' ? undefined : 'error'}>
          {t(`list.platforms.${platform}`)} {isByCode && t('list.byCode')} ·{' '}
          {isByCode && state !== 'live' ? t('list.phoneOff') : t(`list.states.${state}`)}
        </small>
        {isReasonShown && health.last_error && <small>{health.last_error.message}</small>}
        {health.next_step && (
          <small>
            {t(`health.next.${isByCode && health.next_step === 'reconnect' ? 'scan' : health.next_step}`, { name })}
          </small>
        )}
      </span>
      {!isHealthy && <ConnectAgainButton channel={channel} />}
      <DisconnectButton channel={channel} />
      <ChannelHealth channel={channel} isReasonShown={isReasonShown} isOpen={!isHealthy || _id === askedId()}>
        {isHealthy && <ConnectAgainButton channel={channel} />}
        {isHealthy && isOfMeta(channel) && <small>{t('logIn.sameAccount', { name })}</small>}
      </ChannelHealth>
    </li>
  );
}

/** The channel that a mail links to. */
const askedId = (): string | null => new URLSearchParams(window.location.search).get('channel');

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
