import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { contactQuery } from '#web/features/contacts/contacts-queries.ts';

/** The name of the customer of a run; empty until it is known. */
export function useCustomerName(contactId: string): string {
  const { t } = useTranslation('flowRuns');
  const { data, isError } = useQuery(contactQuery(contactId));
  return data?.full_name ?? (isError ? t('list.unknownCustomer') : '');
}
