const formats = new Map<string, Intl.NumberFormat>();

function formatOf(currency: string, locale: string): Intl.NumberFormat {
  const key = `${locale}|${currency}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(locale, { style: 'currency', currency });
  formats.set(key, made);
  return made;
}

/** How many digits an amount of the currency has after the decimal sign: 2 for BRL, 0 for CLP. */
export const fractionDigits = (currency: string): number =>
  formatOf(currency, 'en').resolvedOptions().maximumFractionDigits ?? 2;

/** An amount in words of the language, as `R$ 90.00`. @param amount whole number of the currency's minor unit */
export const moneyWords = (amount: number, currency: string, locale: string): string =>
  formatOf(currency, locale).format(amount / 10 ** fractionDigits(currency));

/** The currency's sign, as `R$`. */
export const currencySign = (currency: string, locale: string): string =>
  formatOf(currency, locale)
    .formatToParts(0)
    .find(({ type }) => type === 'currency')?.value ?? currency;

/** An amount as a person types it, as `90.00` or `90,00`. @param amount whole number of the currency's minor unit */
export function moneyText(amount: number, currency: string, locale: string): string {
  const digits = fractionDigits(currency);
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, useGrouping: false };
  return (amount / 10 ** digits).toLocaleString(locale, options);
}

/**
 * The amount that a person has typed, with a point or a comma as decimal sign, in the currency's minor unit. Undefined if the
 * text is no amount. More digits after a sign than the currency has are thousands: `1.200` is 1200.00 in BRL.
 */
export function parseMoney(text: string, currency: string): number | undefined {
  const typed = text.replaceAll(/\s/g, '');
  const digits = fractionDigits(currency);
  const fraction = (sign: string): string => (digits === 0 ? '' : `(?:${sign}(\\d{1,${digits}}))?`);
  const forms = [
    `(\\d+)${fraction('[.,]')}`,
    `(\\d{1,3}(?:\\.\\d{3})+)${fraction(',')}`,
    `(\\d{1,3}(?:,\\d{3})+)${fraction('\\.')}`,
  ];
  const match = forms.map((form) => new RegExp(`^${form}$`).exec(typed)).find((found) => found !== null);
  const [, whole, part = ''] = match ?? [];
  return whole === undefined ? undefined : Number(whole.replaceAll(/[.,]/g, '') + part.padEnd(digits, '0'));
}
