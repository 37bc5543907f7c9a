import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { meQuery } from '#web/lib/session/session.ts';
import { toast } from '#web/lib/toast.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import { changeUser, endSessionsOf, removeUser, type User } from '../users-queries.ts';

type Step = 'role' | 'sessions' | 'disable' | 'enable' | 'remove';
type AssignableRole = 'owner' | 'manager' | 'staff';

interface PersonDialogProps {
  user: User;
  name: string;
  onClose: () => void;
}

/** Changes the role, log-ins and access of one person. Explains each change before it is made. */
export function PersonDialog({ user, name, onClose }: PersonDialogProps) {
  const { t } = useTranslation(['settings', 'profile', 'common']);
  const { data: me } = useQuery(meQuery);
  const [role, setRole] = useState(user.role as AssignableRole);
  const take = useMutation({
    mutationFn: (step: Step) => stepsOf(user, role)[step](),
    onSuccess: (_, step) => {
      toast({ message: t(`settings:team.steps.${step}.done`, { name }) });
      onClose();
    },
  });
  const roles = (['staff', 'manager', 'owner'] as const).filter((one) => one !== 'owner' || me?.role !== 'manager');
  const steps: Exclude<Step, 'role'>[] =
    user.state === 'disabled' ? ['enable', 'remove'] : ['sessions', 'disable', 'remove'];
  return (
    <CardDialog title={name} isWide onClose={onClose}>
      <FormError error={take.error} />
      <NativeSelect
        label={t('profile:invite.role')}
        description={t(`profile:invite.roleHint.${role}`)}
        value={role}
        data={roles.map((value) => ({ value, label: t(`profile:roles.${value}`) }))}
        onChange={({ currentTarget }) => setRole(currentTarget.value as AssignableRole)}
        mb="sm"
      />
      {role !== user.role && (
        <Button mb="md" loading={take.isPending} onClick={() => take.mutate('role')}>
          {t('settings:team.steps.role.button')}
        </Button>
      )}
      <RowList empty="">
        {steps.map((step) => (
          <StepRow key={step} step={step} isBusy={take.isPending} onTake={() => take.mutate(step)} />
        ))}
      </RowList>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('common:close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

function StepRow({ step, isBusy, onTake }: { step: Exclude<Step, 'role'>; isBusy: boolean; onTake: () => void }) {
  const { t } = useTranslation('settings');
  const [isAsking, setAsking] = useState(false);
  return (
    <li>
      <span>
        <strong>{t(`team.steps.${step}.title`)}</strong>
        <small>{t(`team.steps.${step}.text`)}</small>
      </span>
      <Button
        variant={isAsking ? 'filled' : 'default'}
        color="red"
        size="sm"
        disabled={isBusy}
        onClick={() => (isAsking ? onTake() : setAsking(true))}
        onBlur={() => setAsking(false)}
      >
        {t(isAsking ? `team.steps.${step}.sure` : `team.steps.${step}.button`)}
      </Button>
    </li>
  );
}

const stepsOf = (user: User, role: AssignableRole): Record<Step, () => Promise<void>> => ({
  role: () => changeUser(user, { role }),
  sessions: () => endSessionsOf(user._id),
  disable: () => changeUser(user, { disabled: true }),
  enable: () => changeUser(user, { disabled: false }),
  remove: () => removeUser(user._id),
});
