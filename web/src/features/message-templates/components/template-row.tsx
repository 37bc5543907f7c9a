import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { deleteTemplate, type Template } from '../templates-queries.ts';
import classes from './template-row.module.css';

interface TemplateRowProps {
  template: Template;
  /** Undefined if the company has one number. */
  channelName: string | undefined;
}

export function TemplateRow({ template, channelName }: TemplateRowProps) {
  const { t } = useTranslation('templates');
  const { _id, name, language, status, category, quality, rejected_reason: reason, components, unsupported } = template;
  const facts = [
    language,
    t(`categories.${category}`),
    channelName,
    quality === 'unknown' ? '' : t(`qualities.${quality}`),
  ];
  return (
    <li>
      <span>
        <strong>
          {name}{' '}
          <span className={classes.status} data-status={status}>
            {t(`statuses.${status}`)}
          </span>
        </strong>
        <small>{facts.filter(Boolean).join(' · ')}</small>
        <small>{components.body}</small>
        {reason && <small data-tone="error">{t('rejected', { reason })}</small>}
        {unsupported && <small>{t(`unsupported.${unsupported}`)}</small>}
      </span>
      <DeleteButton id={_id} name={name} language={language} />
    </li>
  );
}

function DeleteButton({ id, name, language }: { id: string; name: string; language: string }) {
  const { t } = useTranslation(['templates', 'settings']);
  const [isAsking, setAsking] = useState(false);
  const close = () => setAsking(false);
  const remove = useMutation({ mutationFn: () => deleteTemplate(id), onError: toastError, onSettled: close });
  const title = t('deleteOne', { name, language });
  return (
    <>
      <Button variant="default" size="sm" onClick={() => setAsking(true)} aria-label={title}>
        {t('settings:delete')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={title}
          text={t('deleteText')}
          confirm={t('settings:delete')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={close}
        />
      )}
    </>
  );
}
