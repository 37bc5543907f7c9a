import { Button, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Combobox.css';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencySign, moneyText, parseMoney } from '#web/lib/money.ts';
import { randomId } from '#web/lib/random-id.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { takePayment, type Whose } from '../payments-queries.ts';

const DESK_METHODS = ['cash', 'card', 'transfer'] as const;
const MAX_DESCRIPTION = 200;

interface TakeDialogProps {
  whose: Whose;
  /** The proposed amount, in minor units. */
  owed: number;
  currency: string;
  onClose: () => void;
}

/** Takes a payment at the desk. */
export function TakeDialog({ whose, owed, currency, onClose }: TakeDialogProps) {
  const { t } = useTranslation('payments');
  const { locale } = useTimeSettings();
  const [text, setText] = useState(owed > 0 ? moneyText(owed, currency, locale) : '');
  const [deskMethod, setDeskMethod] = useState<(typeof DESK_METHODS)[number]>('cash');
  const [description, setDescription] = useState('');
  // A repeated click is the same payment.
  const [client_key] = useState(randomId);
  const amount = parseMoney(text, currency);
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: number) => {
      const why = description.trim() ? { description: description.trim() } : {};
      const key = `${client_key}-${wanted}-${deskMethod}`;
      return takePayment({
        ...{ ...whose, ...why, amount: wanted },
        ...{ method: 'desk', desk_method: deskMethod, client_key: key },
      });
    },
    onSuccess: onClose,
  });
  return (
    <CardDialog title={t('take.title')} onClose={onClose}>
      <FormError error={error} />
      <TextInput
        label={t('amount')}
        inputMode="decimal"
        leftSection={currencySign(currency, locale)}
        value={text}
        data-autofocus
        onChange={({ target }) => setText(target.value)}
      />
      <NativeSelect
        label={t('take.how')}
        mt="sm"
        value={deskMethod}
        data={DESK_METHODS.map((value) => ({ value, label: t(`desk.${value}`) }))}
        onChange={({ target }) => setDeskMethod(DESK_METHODS.find((one) => one === target.value) ?? 'cash')}
      />
      <TextInput
        label={t('take.description')}
        mt="sm"
        value={description}
        maxLength={MAX_DESCRIPTION}
        onChange={({ target }) => setDescription(target.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {t('common:cancel')}
        </Button>
        <Button loading={isPending} disabled={!amount} onClick={() => amount && mutate(amount)}>
          {t('take.confirm')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}
