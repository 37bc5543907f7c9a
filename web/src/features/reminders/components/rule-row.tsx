import '@mantine/core/styles/InlineInput.css';
import '@mantine/core/styles/Switch.css';
import { Button, Switch } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { changeRule, deleteRule, type ReminderRule } from '../reminders-queries.ts';
import { changesOf } from '../rule-draft.ts';
import { useRuleWords } from '../rule-words.ts';
import { RuleForm, type ServiceName } from './rule-form.tsx';

/** A rule with its switch. */
export function RuleRow({ rule, services }: { rule: ReminderRule; services: readonly ServiceName[] }) {
  const { t } = useTranslation('reminders');
  const words = useRuleWords();
  const [open, setOpen] = useState<'form' | 'delete'>();
  const close = () => setOpen(undefined);
  const toggling = useMutation({ mutationFn: (active: boolean) => changeRule(rule, { active }), onError: toastError });
  const removing = useMutation({ mutationFn: () => deleteRule(rule._id), onError: toastError, onSuccess: close });
  const name = words.title(rule);
  const named = services.filter(({ _id }) => rule.service_ids.includes(_id)).map((one) => one.name);
  const ways = rule.channels.map((way) => t(`ways.${way}`)).join(', ');
  return (
    <li>
      <span>
        <strong>{name}</strong>
        {rule.kind !== 'vaccination' && <small>{named.length > 0 ? named.join(', ') : t('allServices')}</small>}
        <small>{ways}</small>
      </span>
      <Switch
        size="md"
        checked={toggling.isPending ? toggling.variables : rule.active}
        onChange={({ currentTarget }) => toggling.mutate(currentTarget.checked)}
        aria-label={t('activeOne', { name })}
      />
      <Button variant="default" size="sm" onClick={() => setOpen('form')} aria-label={t('editOne', { name })}>
        {t('edit')}
      </Button>
      <Button variant="default" size="sm" onClick={() => setOpen('delete')} aria-label={t('deleteOne', { name })}>
        {t('delete')}
      </Button>
      {open === 'form' && (
        <CardDialog title={name} isWide onClose={close}>
          <RuleForm
            rule={rule}
            isStored
            services={services}
            save={(fields) => changeRule(rule, changesOf(fields)).then(close)}
          />
        </CardDialog>
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={t('deleteOne', { name })}
          text={t('deleteText')}
          confirm={t('delete')}
          isPending={removing.isPending}
          onConfirm={() => removing.mutate()}
          onClose={close}
        />
      )}
    </li>
  );
}
