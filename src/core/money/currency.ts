export const CURRENCIES: readonly string[] = Intl.supportedValuesOf('currency');

/** Decimals: 2 for BRL, 0 for CLP and JPY, 3 for KWD. */
export function currencyExponent(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions();
  return maximumFractionDigits ?? 0;
}

/** The minor units of a decimal amount: 9050 for 90.5 in BRL, 91 for 90.5 in CLP. */
export function toMinorUnits(amount: number, currency: string): number {
  return Math.round(amount * 10 ** currencyExponent(currency));
}

/** An amount of minor units in words of a language: `R$ 90,00` for 9000 in BRL and pt-BR. */
export function moneyText(amount: number, currency: string, locale: string): string {
  const value = amount / 10 ** currencyExponent(currency);
  return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(value);
}
