import { Button } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { CardDialog } from '#web/ui/card-dialog.tsx';
import { Card } from '#web/ui/card.tsx';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { Page } from '#web/ui/page.tsx';
import { RowList } from '#web/ui/row-list.tsx';
import {
  addCannedReply,
  cannedRepliesQuery,
  type CannedReply,
  changeCannedReply,
  deleteCannedReply,
} from './canned-replies-queries.ts';
import { CannedReplyForm } from './components/canned-reply-form.tsx';

/** The prepared answers that the team inserts with a slash. */
export function CannedRepliesPage() {
  const { t } = useTranslation('settings');
  const { data: replies, error } = useQuery(cannedRepliesQuery);
  return (
    <Page title={t('pages.cannedReplies')} text={t('canned.explained')}>
      <Card title={t('canned.list')}>
        <FormError error={error} />
        {replies && (
          <RowList empty={t('canned.none')}>
            {replies.map((reply) => (
              <CannedReplyRow key={reply._id} reply={reply} />
            ))}
          </RowList>
        )}
      </Card>
      <Card title={t('canned.add')}>
        <CannedReplyForm submit={t('canned.submit')} save={addCannedReply} />
      </Card>
    </Page>
  );
}

function CannedReplyRow({ reply }: { reply: CannedReply }) {
  const { t } = useTranslation('settings');
  const [open, setOpen] = useState<'edit' | 'delete'>();
  const close = () => setOpen(undefined);
  const remove = useMutation({ mutationFn: () => deleteCannedReply(reply._id), onError: toastError, onSettled: close });
  const save = async (values: Parameters<typeof changeCannedReply>[1]) => {
    await changeCannedReply(reply, values);
    close();
    toast({ message: t('saved') });
  };
  const { shortcut, title, text } = reply;
  return (
    <li>
      <span>
        <strong>{title}</strong>
        <small>/{shortcut}</small>
        <small>{text}</small>
      </span>
      <Button variant="default" size="sm" onClick={() => setOpen('edit')} aria-label={t('canned.editOne', { title })}>
        {t('edit')}
      </Button>
      <Button
        variant="default"
        size="sm"
        onClick={() => setOpen('delete')}
        aria-label={t('canned.deleteOne', { title })}
      >
        {t('delete')}
      </Button>
      {open === 'edit' && (
        <CardDialog title={t('canned.editOne', { title })} onClose={close}>
          <CannedReplyForm reply={reply} submit={t('save')} save={save} />
        </CardDialog>
      )}
      {open === 'delete' && (
        <ConfirmDialog
          title={t('canned.deleteOne', { title })}
          text={t('canned.deleteText', { shortcut })}
          confirm={t('delete')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </li>
  );
}
