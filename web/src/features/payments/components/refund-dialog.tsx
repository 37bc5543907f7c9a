import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencySign, moneyText, moneyWords, parseMoney } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type Payment, refundPayment } from '../payments-queries.ts';
import { useRequestKey } from '#web/lib/use-request-key.ts';

const MAX_REASON = 200;

/** Asks how much goes back, and why. */
export function RefundDialog({ payment, onClose }: { payment: Payment; onClose: () => void }) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const { locale } = useTimeSettings();
  const { refundable, currency } = payment;
  const [text, setText] = useState(moneyText(refundable, currency, locale));
  const [reason, setReason] = useState('');
  const { key: client_key, onError } = useRequestKey();
  const amount = parseMoney(text, currency);
  const isPossible = amount !== undefined && amount > 0 && amount <= refundable;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: number) =>
      refundPayment(payment._id, { amount: wanted, client_key, ...(reason.trim() ? { reason: reason.trim() } : {}) }),
    onError,
    onSuccess: onClose,
  });
  return (
    <CardDialog title={t('refund.title')} onClose={onClose}>
      <FormError error={error} />
      <TextInput
        label={t('amount')}
        description={t('refund.most', { amount: moneyWords(refundable, currency, locale) })}
        inputMode="decimal"
        leftSection={currencySign(currency, locale)}
        value={text}
        data-autofocus
        onChange={({ target }) => setText(target.value)}
      />
      <TextInput
        label={t('refund.reason')}
        value={reason}
        maxLength={MAX_REASON}
        mt="sm"
        onChange={({ target }) => setReason(target.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button color="red" loading={isPending} disabled={!isPossible} onClick={() => isPossible && mutate(amount)}>
          {t('refund.confirm')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
