import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { TryQuestion } from './try-question.tsx';

export function TryDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('knowledge');
  return (
    <CardDialog title={t('try.open')} isWide onClose={onClose}>
      <TryQuestion />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
