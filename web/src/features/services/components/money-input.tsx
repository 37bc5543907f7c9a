import { TextInput, type TextInputProps } from '@mantine/core';
import { currencySign } from '#web/lib/money.ts';
import { useMoney } from '../use-money.ts';

/** A field for an amount, with the sign of the company's currency. */
export function MoneyInput(props: TextInputProps) {
  const { currency, locale } = useMoney();
  const sign = currencySign(currency, locale);
  return (
    <TextInput
      inputMode="decimal"
      autoComplete="off"
      leftSection={sign}
      leftSectionWidth={14 + sign.length * 10}
      {...props}
    />
  );
}
