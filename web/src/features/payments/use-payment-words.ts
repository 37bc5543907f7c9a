import { useTranslation } from 'react-i18next';
import type { Sums } from './payments-queries.ts';

/** The way of a payment in words: `Cash` for one at the desk. */
export function useMethodWords(): (of: Pick<Sums, 'method' | 'desk_method'>) => string {
  const { t } = useTranslation('payments');
  return ({ method, desk_method }) => (method === 'desk' ? t(`desk.${desk_method ?? 'cash'}`) : t(`methods.${method}`));
}
