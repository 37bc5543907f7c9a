import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { isView, type ListQuery } from '../inbox-views.ts';

const NoChannel = lazy(
  withMoreWords(() =>
    import('#web/features/channels/components/no-channel.tsx').then(({ NoChannel: component }) => ({
      default: component,
    })),
  ),
);

/** Stands in the place of a list that has no rows. */
export function NoRows({ query }: { query: ListQuery }) {
  const { t } = useTranslation('inbox');
  if (query.q) return <EmptyState title={t('noResult', { words: query.q })} />;
  return (
    <Suspense>
      <NoChannel>
        <EmptyState title={t(isView(query.view) ? `empty.${query.view}` : 'empty.label')} text={t('empty.text')} />
      </NoChannel>
    </Suspense>
  );
}
