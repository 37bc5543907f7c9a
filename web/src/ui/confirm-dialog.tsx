import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from './card-dialog.tsx';

interface ConfirmDialogProps {
  title: string;
  /** What happens after the confirmation. */
  text: string;
  /** The words of the button that confirms. */
  confirm: string;
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({ title, text, confirm, isPending, onConfirm, onClose }: ConfirmDialogProps) {
  const { t } = useTranslation();
  return (
    <CardDialog title={title} onClose={onClose}>
      <p>{text}</p>
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button color="red" data-autofocus loading={isPending} onClick={onConfirm}>
          {confirm}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
