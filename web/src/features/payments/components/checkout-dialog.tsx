import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { Checkout } from './checkout.tsx';

/** Shows the customer how to pay, and when it is paid. */
export function CheckoutDialog({ paymentId, onClose }: { paymentId: string; onClose: () => void }) {
  const { t } = useTranslation('payments');
  return (
    <CardDialog title={t('checkout.title')} onClose={onClose}>
      <Checkout paymentId={paymentId} />
      <DialogButtons>
        <Button variant="default" data-autofocus onClick={onClose}>
          {t('checkout.close')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
