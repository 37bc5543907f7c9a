import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateOf, listTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { plainDateWords } from '#web/lib/time/plain-date.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import type { Fact } from '../assistant-types.ts';
import { FactDialog } from './fact-dialog.tsx';
import { SURE_FROM } from './fact-groups.ts';
import { changeFact, deleteFact } from './memory-queries.ts';
import classes from './memory.module.css';

/** One fact with its source, and what staff can do with it. */
export function FactRow({ fact }: { fact: Fact }) {
  const { t } = useTranslation('memory');
  const [dialog, setDialog] = useState<'edit' | 'delete' | null>(null);
  const close = () => setDialog(null);
  const names = { field: t(`fields.${fact.field}`), value: fact.value };
  const approve = useMutation({
    mutationFn: () => changeFact(fact, { status: 'active' }),
    onSuccess: () => toast({ message: t('approved') }),
    onError: toastError,
  });
  const remove = useMutation({ mutationFn: () => deleteFact(fact), onError: toastError, onSettled: close });
  return (
    <li className={classes.fact} data-status={fact.status}>
      <div className={classes.words}>
        <p className={classes.value}>
          <span className={classes.field}>{names.field}</span> {fact.value}
        </p>
        <SourceLine fact={fact} />
        {fact.status === 'for_approval' && (
          <Button
            size="compact-sm"
            className={classes.approve}
            aria-label={t('approveOf', names)}
            loading={approve.isPending}
            onClick={() => approve.mutate()}
          >
            {t('approve')}
          </Button>
        )}
      </div>
      <div className={classes.buttons}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('editOf', names)}
          onClick={() => setDialog('edit')}
        >
          <IconPencil size={18} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={32}
          aria-label={t('deleteOf', names)}
          onClick={() => setDialog('delete')}
        >
          <IconTrash size={18} aria-hidden />
        </ActionIcon>
      </div>
      {dialog === 'edit' && <FactDialog contactId={fact.contact_id} fact={fact} onClose={close} />}
      {dialog === 'delete' && (
        <ConfirmDialog
          title={t('deleteTitle')}
          text={t('deleteText')}
          confirm={t('delete')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </li>
  );
}

function SourceLine({ fact: { source, confidence, expires_at, created_at, status } }: { fact: Fact }) {
  const { t } = useTranslation('memory');
  const time = useTimeSettings();
  const when = { time: listTime(created_at, time) };
  const { kind, user, conversation_id: id } = source;
  const words =
    kind === 'customer'
      ? t('fromCustomer', when)
      : user?.full_name
        ? t('fromStaff', { ...when, name: user.full_name })
        : t('fromSomebody', when);
  return (
    <p className={classes.source}>
      {status === 'for_approval' && <b className={classes.badge}>{t('forApproval')}</b>}
      {id === null ? (
        words
      ) : (
        <Link to="/inbox/$view/$id" params={{ view: 'all', id }} title={t('toMessage')}>
          {words}
        </Link>
      )}
      {confidence < SURE_FROM && ` · ${t('unsure')}`}
      {expires_at !== null && ` · ${t('expires', { date: plainDateWords(dateOf(expires_at, time), time) })}`}
    </p>
  );
}
