import { useQuery } from '@tanstack/react-query';
import { moneyWords } from '#web/lib/money.ts';
import { companyQuery } from '#web/lib/session/session.ts';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import type { MoneySettings } from './matrix-draft.ts';

/** The currency of the company, in which all its prices are, and the user's language. */
export function useMoney(): MoneySettings & { words: (amount: number) => string } {
  const { data: company } = useQuery(companyQuery);
  const { locale } = useTimeSettings();
  const currency = company?.currency ?? 'USD';
  return { currency, locale, words: (amount) => moneyWords(amount, currency, locale) };
}
