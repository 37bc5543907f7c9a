import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from '#web/ui/filter-bar.module.css';
import { flowsQuery } from '../flows-queries.ts';
import { RUN_STATUSES } from './run-types.ts';
import { readRunsSearch, type RunsSearch } from './runs-search.ts';

/** The filters above the list of runs. They are in the address, so a filtered list can be bookmarked. */
export function RunFilters({ search }: { search: RunsSearch }) {
  const { t } = useTranslation('flowRuns');
  const navigate = useNavigate();
  const { data: flows = [] } = useQuery(flowsQuery);
  const change = (filters: Partial<Record<keyof RunsSearch, string>>) =>
    void navigate({ to: '/flows/runs', search: readRunsSearch({ ...search, ...filters }), replace: true });
  return (
    <div className={classes.bar} role="search" aria-label={t('list.filters')}>
      <select
        className={classes.select}
        aria-label={t('list.columns.flow')}
        data-chosen={search.flow}
        value={search.flow ?? ''}
        onChange={({ currentTarget }) => change({ flow: currentTarget.value })}
      >
        <option value="">{t('list.flow')}</option>
        {flows.map(({ _id, name }) => (
          <option key={_id} value={_id}>
            {name}
          </option>
        ))}
      </select>
      <select
        className={classes.select}
        aria-label={t('list.columns.state')}
        data-chosen={search.status}
        value={search.status ?? ''}
        onChange={({ currentTarget }) => change({ status: currentTarget.value })}
      >
        <option value="">{t('list.status')}</option>
        {RUN_STATUSES.map((status) => (
          <option key={status} value={status}>
            {t(`status.${status}`)}
          </option>
        ))}
      </select>
      {search.conversation !== undefined && (
        <button type="button" className={classes.chip} aria-pressed onClick={() => change({ conversation: '' })}>
          {t('list.columns.customer')} ×
        </button>
      )}
    </div>
  );
}
