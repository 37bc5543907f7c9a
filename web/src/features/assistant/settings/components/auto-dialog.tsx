import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';

interface AutoDialogProps {
  isPending: boolean;
  onConfirm: () => void;
  onClose: () => void;
}

/** Asks before the assistant answers customers without staff. */
export function AutoDialog({ isPending, onConfirm, onClose }: AutoDialogProps) {
  const { t } = useTranslation('assistant');
  return (
    <CardDialog title={t('auto.title')} onClose={onClose}>
      <p>{t('auto.text')}</p>
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('cancel')}
        </Button>
        <Button loading={isPending} onClick={onConfirm}>
          {t('auto.confirm')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
