import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { toast, toastError } from '#web/lib/toast.ts';
import { ConfirmDialog } from '#web/ui/confirm-dialog.tsx';
import { deleteContact } from '../contact-list-queries.ts';
import type { Contact } from '../contacts-queries.ts';

/** Deletes a contact with all that belongs to it, after a confirmation. */
export function DeleteContact({ contact }: { contact: Contact }) {
  const { t } = useTranslation('people');
  const navigate = useNavigate();
  const [isAsking, setAsking] = useState(false);
  const { full_name: name } = contact;
  const remove = useMutation({
    mutationFn: () => deleteContact(contact._id),
    onSuccess: () => {
      toast({ message: t('delete.done', { name }) });
      void navigate({ to: '/contacts', replace: true });
    },
    onError: (error) => {
      setAsking(false);
      toastError(error);
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('delete.button')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('delete.title', { name })}
          text={t('delete.text')}
          confirm={t('delete.confirm')}
          isPending={remove.isPending}
          onConfirm={() => remove.mutate()}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
