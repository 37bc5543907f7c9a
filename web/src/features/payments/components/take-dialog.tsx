import '@mantine/core/styles/Combobox.css';
import { Button, NativeSelect, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { currencySign, moneyText, parseMoney } from '#web/lib/money.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { CardDialog, DialogButtons } from '#web/ui/card-dialog.tsx';
import { FormError } from '#web/ui/form-error.tsx';
import { type NewPayment, type Payment, takePayment, type Whose } from '../payments-queries.ts';
import { useRequestKey } from '#web/lib/use-request-key.ts';
import { useMethodWords } from '../use-payment-words.ts';

const DESK_WAYS = ['cash', 'card', 'transfer'] as const;
const PROVIDER_WAYS = ['pix', 'boleto', 'link'] as const;
type Way = (typeof DESK_WAYS)[number] | (typeof PROVIDER_WAYS)[number];
const PROVIDER_CURRENCY = 'BRL';
const MAX_DESCRIPTION = 200;

interface TakeDialogProps {
  whose: Whose;
  /** The proposed amount, in minor units. */
  owed: number;
  currency: string;
  /** Called with a payment that the customer has still to make. */
  onOpen: (payment: Payment) => void;
  onClose: () => void;
}

/** Takes a payment at the desk, or makes one that the customer pays by PIX, boleto or card. */
export function TakeDialog({ whose, owed, currency, onOpen, onClose }: TakeDialogProps) {
  const { t } = useTranslation('payments');
  const { t: common } = useTranslation();
  const words = useMethodWords();
  const { locale } = useTimeSettings();
  const [text, setText] = useState(owed > 0 ? moneyText(owed, currency, locale) : '');
  const [way, setWay] = useState<Way>('cash');
  const [description, setDescription] = useState('');
  const [taxId, setTaxId] = useState('');
  const { key: client_key, onError } = useRequestKey();
  const amount = parseMoney(text, currency);
  const ways: readonly Way[] = currency === PROVIDER_CURRENCY ? [...DESK_WAYS, ...PROVIDER_WAYS] : DESK_WAYS;
  const { mutate, isPending, error } = useMutation({
    mutationFn: (wanted: number) => {
      const choice = { ...methodOf(way), ...textsOf(description, isAtDesk(way) ? '' : taxId) };
      return takePayment({ ...whose, ...choice, amount: wanted, client_key });
    },
    onError,
    onSuccess: (payment) => {
      onClose();
      if (payment.checkout) onOpen(payment);
    },
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
        value={way}
        data={ways.map((value) => ({ value, label: words({ desk_method: null, ...methodOf(value) }) }))}
        onChange={({ target }) => setWay(ways.find((one) => one === target.value) ?? 'cash')}
      />
      {!isAtDesk(way) && (
        <TextInput
          label={t('take.taxId')}
          description={t('take.taxIdHint')}
          mt="sm"
          inputMode="numeric"
          value={taxId}
          onChange={({ target }) => setTaxId(target.value)}
        />
      )}
      <TextInput
        label={t('take.description')}
        mt="sm"
        value={description}
        maxLength={MAX_DESCRIPTION}
        onChange={({ target }) => setDescription(target.value)}
      />
      <DialogButtons>
        <Button variant="default" onClick={onClose}>
          {common('cancel')}
        </Button>
        <Button loading={isPending} disabled={!amount} onClick={() => amount && mutate(amount)}>
          {t(isAtDesk(way) ? 'take.confirm' : 'take.make')}
        </Button>
      </DialogButtons>
    </CardDialog>
  );
}

const isAtDesk = (way: Way): way is (typeof DESK_WAYS)[number] => DESK_WAYS.some((one) => one === way);

function methodOf(way: Way): Pick<NewPayment, 'method' | 'desk_method'> {
  if (isAtDesk(way)) return { method: 'desk', desk_method: way };
  return { method: way === 'link' ? 'card' : way };
}

function textsOf(description: string, taxId: string): Pick<NewPayment, 'description' | 'tax_id'> {
  const [words, digits] = [description.trim(), taxId.replaceAll(/\D/g, '')];
  return { ...(words ? { description: words } : {}), ...(digits ? { tax_id: digits } : {}) };
}
