import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { removeUser, resendInvitation, type User } from '../users-queries.ts';

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
  const isInvited = user.state === 'invited';
  const name = user.full_name || user.email;
  const role = t(`profile:roles.${user.role}`);
  // Only owners may remove an owner. Nobody removes the account in use here.
  const isManaged = me !== undefined && me._id !== user._id && (user.role !== 'owner' || me.role !== 'manager');
  return (
    <li>
      <span>
        <strong>{name}</strong>
        <small>{user.email}</small>
        <small>{user.state === 'active' ? role : `${role} · ${t(`team.states.${user.state}`)}`}</small>
      </span>
      {isManaged && isInvited && <ResendButton user={user} name={name} />}
      {isManaged && <RemoveButton user={user} name={name} isInvited={isInvited} />}
    </li>
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

function RemoveButton({ user, name, isInvited }: { user: User; name: string; isInvited: boolean }) {
  const { t } = useTranslation('settings');
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const remove = useMutation({ mutationFn: () => removeUser(user._id), onError: toastError, onSettled: close });
  const words = isInvited ? 'team.cancelInvitation' : 'team.remove';
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsking(true)} aria-label={t(`${words}.one`, { name })}>
        {t(`${words}.button`)}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t(`${words}.one`, { name })}
          text={t(`${words}.text`)}
          confirm={t(`${words}.button`)}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
