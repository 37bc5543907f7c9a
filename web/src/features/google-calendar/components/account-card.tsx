import '@mantine/core/styles/Alert.css';
import { Alert, Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast } from '#web/lib/toast.ts';
import { Actions } from '#web/ui/actions.tsx';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import classes from '../google-calendar.module.css';
import { disconnectGoogle, type GoogleCalendar, logInAtGoogle, syncNow } from '../google-calendar-queries.ts';
import { useGoogleWords } from '../use-google-words.ts';
import { Refusal } from './refusal.tsx';

interface AccountCardProps {
  calendar: GoogleCalendar;
  isSyncing: boolean;
  /** Called before a synchronisation is asked for. */
  onSync: () => void;
}

/** The connected account and what can be done with it. */
export function AccountCard({ calendar, isSyncing, onSync }: AccountCardProps) {
  const { t } = useTranslation('googleCalendar');
  const { account_email, state, staff } = calendar;
  const [isAsked, setIsAsked] = useState(false);
  const logIn = useMutation({ mutationFn: logInAtGoogle });
  const sync = useMutation({ mutationFn: syncNow });
  const remove = useMutation({
    mutationFn: disconnectGoogle,
    onSuccess: () => toast({ message: t('account.disconnected') }),
    onSettled: () => setIsAsked(false),
  });
  const isLost = state === 'needs_reconnect';
  return (
    <Card title={t('account.title')}>
      <p className={classes.account}>
        <strong>{account_email ?? t('account.unknown')}</strong>
        <span data-tone={isLost ? 'error' : 'good'}>{t(isLost ? 'account.lost' : 'account.connected')}</span>
      </p>
      {isLost && <LostNote error={calendar.error} />}
      <Refusal error={logIn.error ?? sync.error ?? remove.error} />
      <Actions>
        {isLost && (
          <Button loading={logIn.isPending} onClick={() => logIn.mutate()}>
            {t('account.reconnect')}
          </Button>
        )}
        {!isLost && staff.length > 0 && (
          <Button
            loading={sync.isPending || isSyncing}
            onClick={() => {
              onSync();
              sync.mutate();
            }}
          >
            {t('account.sync')}
          </Button>
        )}
        <Button variant="default" onClick={() => setIsAsked(true)}>
          {t('account.disconnect')}
        </Button>
      </Actions>
      {isAsked && (
        <ConfirmDialog
          title={t('account.disconnectTitle')}
          text={t('account.disconnectText')}
          confirm={t('account.disconnect')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setIsAsked(false)}
        />
      )}
    </Card>
  );
}

function LostNote({ error }: { error: string | null }) {
  const { t } = useTranslation('googleCalendar');
  const { problem } = useGoogleWords();
  return (
    <Alert color="red" role="alert" mb="md" title={error === null ? undefined : problem(error)}>
      {t('account.lostText')}
    </Alert>
  );
}
