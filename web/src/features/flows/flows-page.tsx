import { Button, FileButton } from '@mantine/core';
import { IconPlus, IconUpload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsManager } from '#web/lib/session/roles.ts';
import { toast, toastError } from '#web/lib/toast.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Failure } from '#web/ui/failure.tsx';
import { TablePage } from '#web/ui/table-page.tsx';
import { FlowFilters } from './components/flow-filters.tsx';
import { FlowTable } from './components/flow-table.tsx';
import { NewFlowDialog } from './components/new-flow-dialog.tsx';
import { readFlowFile } from './flow-file.ts';
import { createFlow, flowsQuery } from './flows-queries.ts';
import { fittingFlows } from './flows-search.ts';
import { FlowTabs } from './runs/flow-tabs.tsx';

const route = getRouteApi('/staff/flows');

/** All flows of the company. Owners and managers make new ones. */
export function FlowsPage() {
  const { t } = useTranslation('flows');
  const navigate = useNavigate();
  const isManager = useIsManager();
  const search = route.useSearch();
  const { data: flows, error, refetch } = useQuery(flowsQuery);
  const [isAdding, setAdding] = useState(false);
  const fitting = flows && fittingFlows(flows, search);

  const open = (id: string) => void navigate({ to: '/flows/$id', params: { id } });
  const takeFile = async (file: File | null) => {
    if (!file) return;
    const read = readFlowFile(await file.text());
    if (!read) return toast({ message: t('import.unreadable'), tone: 'error' });
    try {
      open((await createFlow(read))._id);
    } catch (refusal) {
      toastError(refusal);
    }
  };
  const actions = isManager && (
    <>
      <FileButton accept="application/json,.json" onChange={(file) => void takeFile(file)}>
        {(props) => (
          <Button {...props} variant="default" size="sm" leftSection={<IconUpload size={18} aria-hidden />}>
            {t('import.open')}
          </Button>
        )}
      </FileButton>
      <Button size="sm" leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setAdding(true)}>
        {t('new.open')}
      </Button>
    </>
  );
  return (
    <TablePage title={t('title')} tabs={<FlowTabs />} actions={actions}>
      {error && !flows && <Failure error={error} onRetry={() => void refetch()} />}
      {flows?.length === 0 && (
        <EmptyState title={t('none.title')} text={t(isManager ? 'none.text' : 'none.staff')}>
          {isManager && <Button onClick={() => setAdding(true)}>{t('none.start')}</Button>}
        </EmptyState>
      )}
      {flows && flows.length > 0 && <FlowFilters search={search} />}
      {flows && flows.length > 0 && fitting?.length === 0 && (
        <EmptyState title={t('filters.none')}>
          <Link to="/flows">{t('filters.showAll')}</Link>
        </EmptyState>
      )}
      {fitting && fitting.length > 0 && <FlowTable flows={fitting} isManager={isManager} />}
      {isAdding && <NewFlowDialog onClose={() => setAdding(false)} onCreated={open} />}
    </TablePage>
  );
}
