import { useTranslation } from 'react-i18next';
import { isView, labelViewOf, type ListQuery } from './inbox-views.ts';
import { useLabels } from './labels-query.ts';

/** The name of a view; empty for a label until the labels are loaded. */
export function useViewName(view: ListQuery['view']): string {
  const { t } = useTranslation('inbox');
  const labels = useLabels();
  return isView(view) ? t(`views.${view}`) : (labels.find(({ _id }) => labelViewOf(_id) === view)?.name ?? '');
}
