import type { TFunction } from 'i18next';
import type { RunSummary } from './run-types.ts';

/** The name of the customer of a run, or words for a deleted one. */
export const customerName = ({ contact }: Pick<RunSummary, 'contact'>, t: TFunction<'flowRuns'>): string =>
  contact?.full_name ?? t('list.unknownCustomer');
