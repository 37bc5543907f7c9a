import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { fullTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { presenceQuery } from '../presence-queries.ts';
import { removeUser, resendInvitation, type User } from '../users-queries.ts';
import { PersonDialog } from './person-dialog.tsx';

/** The people of the company with their roles, and what the user may do about them. */
export function TeamList({ users }: { users: readonly User[] }) {
  const { t } = useTranslation('settings');
  return (
    <RowList empty={t('team.none')}>
      {users.map((user) => (
        <TeamRow key={user._id} user={user} />
      ))}
    </RowList>
  );
}

function TeamRow({ user }: { user: User }) {
  const { t } = useTranslation(['settings', 'profile']);
  const { data: me } = useQuery(meQuery);
  const [isOpen, setOpen] = useState(false);
  const isInvited = user.state === 'invited';
  const name = user.full_name || user.email;
  const role = t(`profile:roles.${user.role}`);
  // Only owners may change an owner. Nobody can change their own role or access.
  const isManaged = me !== undefined && me._id !== user._id && (user.role !== 'owner' || me.role !== 'manager');
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>{user.email}</small>
        <small>{user.state === 'active' ? role : `${role} · ${t(`team.states.${user.state}`)}`}</small>
        {!isInvited && <LastSeen userId={user._id} />}
      </span>
      {isManaged && isInvited && <ResendButton user={user} name={name} />}
      {isManaged && isInvited && <CancelButton user={user} name={name} />}
      {isManaged && !isInvited && (
        <Button
          variant="default"
          size="sm"
          onClick={() => setOpen(true)}
          aria-label={t('settings:team.manageOne', { name })}
        >
          {t('settings:team.manage')}
        </Button>
      )}
      {isOpen && <PersonDialog user={user} name={name} onClose={() => setOpen(false)} />}
    </li>
  );
}

function LastSeen({ userId }: { userId: string }) {
  const { t } = useTranslation('settings');
  const time = useTimeSettings();
  const { data: all } = useQuery(presenceQuery);
  const presence = all?.find(({ user_id }) => user_id === userId);
  if (!presence) return null;
  const { online, last_seen_at: seen } = presence;
  return (
    <small>
      {online ? t('team.online') : seen ? t('team.lastSeen', { time: fullTime(seen, time) }) : t('team.neverSeen')}
    </small>
  );
}

function ResendButton({ user: { _id, email }, name }: { user: User; name: string }) {
  const { t } = useTranslation('settings');
  const resend = useMutation({
    mutationFn: () => resendInvitation(_id),
    onSuccess: () => toast({ message: t('team.resent', { email }) }),
    onError: toastError,
  });
  return (
    <Button
      variant="default"
      size="sm"
      loading={resend.isPending}
      onClick={() => resend.mutate()}
      aria-label={t('team.resendOne', { name })}
    >
      {t('team.resend')}
    </Button>
  );
}

function CancelButton({ user, name }: { user: User; name: string }) {
  const { t } = useTranslation('settings');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const cancel = useMutation({ mutationFn: () => removeUser(user._id), onError: toastError, onSettled: close });
  const one = t('team.cancelInvitation.one', { name });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsking(true)} aria-label={one}>
        {t('team.cancelInvitation.button')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={one}
          text={t('team.cancelInvitation.text')}
          confirm={t('team.cancelInvitation.button')}
          isPending={cancel.isPending}
          onConfirm={() => cancel.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
