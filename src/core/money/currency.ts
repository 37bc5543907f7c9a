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
