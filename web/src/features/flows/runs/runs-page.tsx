import './runs-live.ts';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { TableList } from '#web/ui/table-list.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { FlowTabs } from './flow-tabs.tsx';
import { RunCells } from './run-cells.tsx';
import { RunFilters } from './run-filters.tsx';
import type { RunSummary } from './run-types.ts';
import { runsQuery } from './runs-queries.ts';

const route = getRouteApi('/staff/flows/runs');
const COLUMNS = ['flow', 'customer', 'trigger', 'state', 'started', 'steps'] as const;

/** The runs of all flows, the newest first. */
export function RunsPage() {
  const { t } = useTranslation('flowRuns');
  const search = route.useSearch();
  const query = useInfiniteQuery(runsQuery(search));
  return (
    <TablePage title={t('list.title')} tabs={<FlowTabs />}>
      <RunFilters search={search} />
      <TableList<RunSummary>
        label={t('list.title')}
        columns={COLUMNS.map((column) => t(`list.columns.${column}`))}
        layout="runs"
        query={query}
        keyOf={({ _id }) => _id}
        empty={<NoRuns isFiltered={Object.keys(search).length > 0} />}
      >
        {(run) => <RunCells run={run} />}
      </TableList>
    </TablePage>
  );
}

function NoRuns({ isFiltered }: { isFiltered: boolean }) {
  const { t } = useTranslation('flowRuns');
  if (!isFiltered) return <EmptyState title={t('list.none')} text={t('list.noneHint')} />;
  return (
    <EmptyState title={t('list.noneFound')}>
      <Link to="/flows/runs">{t('list.showAll')}</Link>
    </EmptyState>
  );
}
