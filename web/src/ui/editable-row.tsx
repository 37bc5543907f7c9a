import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { toastError } from '#web/lib/toast.ts';
import { CardDialog } from './card-dialog.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

interface EditableRowProps {
  /** The words at the left. */
  children: ReactNode;
  /** `title` names the row, for the dialog and for screen readers. */
  edit?: { button: string; title: string; form: (close: () => void) => ReactNode };
  remove: { button: string; title: string; text: string; run: () => Promise<unknown> };
}

/** A row of a RowList that a dialog may change, and that a second dialog deletes after a confirmation. */
export function EditableRow({ children, edit, remove }: EditableRowProps) {
  const [open, setOpen] = useState<'edit' | 'remove'>();
  const close = () => setOpen(undefined);
  const removal = useMutation({ mutationFn: remove.run, onError: toastError, onSettled: close });
  return (
    <li>
      <span>{children}</span>
      {edit && (
        <Button variant="default" size="sm" onClick={() => setOpen('edit')} aria-label={edit.title}>
          {edit.button}
        </Button>
      )}
      <Button variant="default" size="sm" onClick={() => setOpen('remove')} aria-label={remove.title}>
        {remove.button}
      </Button>
      {edit && open === 'edit' && (
        <CardDialog title={edit.title} onClose={close}>
          {edit.form(close)}
        </CardDialog>
      )}
      {open === 'remove' && (
        <ConfirmDialog
          title={remove.title}
          text={remove.text}
          confirm={remove.button}
          isPending={removal.isPending}
          onConfirm={() => removal.mutate()}
          onClose={close}
        />
      )}
    </li>
  );
}
