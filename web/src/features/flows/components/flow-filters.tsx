import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '#web/ui/filter-bar.module.css';
import { SearchField } from '#web/ui/search-field.tsx';
import { FLOW_STATUSES, type FlowsSearch, readFlowsSearch } from '../flows-search.ts';

/** The filters above the list of flows. They are in the address, so a filtered list can be bookmarked. */
export function FlowFilters({ search }: { search: FlowsSearch }) {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const change = (filters: Partial<Record<keyof FlowsSearch, string>>) =>
    void navigate({ to: '/flows', search: readFlowsSearch({ ...search, ...filters }), replace: true });
  return (
    <div className={classes.bar} role="search" aria-label={t('filters.title')}>
      <SearchField label={t('filters.search')} value={search.q ?? ''} onSearch={(q) => change({ q })} />
      <select
        className={classes.select}
        aria-label={t('filters.status')}
        data-chosen={search.status}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => change({ status: currentTarget.value })}
      >
        <option value="">{t('filters.all')}</option>
        {FLOW_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
