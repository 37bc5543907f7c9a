import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { FlowGraph } from '../flow-graph.ts';
import type { PlayedScenario, SimulationSetup } from './simulation-types.ts';

const scenariosKey = (flowId: string) => ['flows', 'scenarios', flowId] as const;

/** Plays a conversation with a graph. A changed graph or customer plays the same conversation again. */
export const simulationQuery = (flowId: string, graph: FlowGraph, setup: SimulationSetup) =>
  queryOptions({
    queryKey: ['flows', 'simulation', flowId, graph, setup] as const,
    queryFn: () => {
      const params = { path: { id: flowId } };
      return call(api.POST('/api/v1/flows/{id}/simulate', { params, body: { graph, ...setup } }));
    },
    placeholderData: keepPreviousData,
    gcTime: 0,
    staleTime: Infinity,
  });

/** The scenarios of a flow, the oldest first. */
export const scenariosQuery = (flowId: string) =>
  queryOptions({
    queryKey: scenariosKey(flowId),
    queryFn: () => {
      const path = { id: flowId };
      return allPages((query) => call(api.GET('/api/v1/flows/{id}/scenarios', { params: { path, query } })));
    },
  });

/** Plays all scenarios with the stored draft. */
export async function runScenarios(flowId: string): Promise<PlayedScenario[]> {
  return (await call(api.POST('/api/v1/flows/{id}/scenarios/run', { params: { path: { id: flowId } } }))).items;
}

export async function saveScenario(flowId: string, body: Schemas['CreateScenarioDto']): Promise<void> {
  await call(api.POST('/api/v1/flows/{id}/scenarios', { params: { path: { id: flowId } }, body }));
  await queryClient.invalidateQueries({ queryKey: scenariosKey(flowId) });
}

export async function deleteScenario(flowId: string, scenarioId: string): Promise<void> {
  const params = { path: { id: flowId, scenarioId } };
  await call(api.DELETE('/api/v1/flows/{id}/scenarios/{scenarioId}', { params }));
  await queryClient.invalidateQueries({ queryKey: scenariosKey(flowId) });
}
