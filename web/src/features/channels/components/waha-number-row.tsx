import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { changeWahaNumber, removeWahaNumber, type WahaAction, type WahaNumber } from '../waha-queries.ts';
import { WahaCode } from './waha-code.tsx';

const KNOWN_STATES = ['STARTING', 'SCAN_QR_CODE', 'WORKING', 'FAILED', 'STOPPED', 'MISSING'] as const;
type KnownState = (typeof KNOWN_STATES)[number];

/** What can be done in a state. Others can be started again. */
const ACTIONS: Readonly<Record<KnownState, readonly WahaAction[]>> = {
  STARTING: ['restart'],
  SCAN_QR_CODE: ['restart', 'stop'],
  WORKING: ['restart', 'logout'],
  FAILED: ['restart'],
  STOPPED: ['start'],
  MISSING: ['start'],
};

/** One number: its state, its code while there is one, and what can be done. */
export function WahaNumberRow({ number }: { number: WahaNumber }) {
  const { t } = useTranslation('channels');
  const { name, status, phone, last_error: error } = number;
  const known = KNOWN_STATES.find((state) => state === status);
  const change = useMutation({
    mutationFn: (action: WahaAction) => changeWahaNumber(name, action),
    onError: toastError,
  });
  const isGood = status === 'WORKING' || status === 'STARTING' || status === 'SCAN_QR_CODE';
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small data-tone={isGood && !error ? undefined : 'error'} role="status">
          {known ? t(`waha.states.${known}`) : t('waha.otherState', { status })}
          {phone && status === 'WORKING' && ` · +${phone}`}
        </small>
        {error && <small>{error.message}</small>}
      </span>
      {ACTIONS[known ?? 'FAILED'].map((action) => (
        <Button
          key={action}
          variant="default"
          size="sm"
          loading={change.isPending && change.variables === action}
          disabled={change.isPending}
          onClick={() => change.mutate(action)}
          aria-label={`${t(`waha.actions.${action}`)}: ${name}`}
        >
          {t(`waha.actions.${action}`)}
        </Button>
      ))}
      <RemoveButton name={name} />
      {(status === 'SCAN_QR_CODE' || status === 'STARTING') && <WahaCode name={name} />}
    </li>
  );
}

function RemoveButton({ name }: { name: string }) {
  const { t } = useTranslation('channels');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const remove = useMutation({ mutationFn: () => removeWahaNumber(name), onError: toastError, onSettled: close });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsking(true)} aria-label={t('waha.removeOne', { name })}>
        {t('waha.remove')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('waha.removeOne', { name })}
          text={t('waha.removeText')}
          confirm={t('waha.remove')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
