import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { FlowGraph } from './flow-graph.ts';

export interface FlowHead {
  _id: string;
  name: string;
  channel_ids: string[];
  status: 'draft' | 'live' | 'paused';
  live_version: number | null;
  has_changes: boolean;
  draft_rev: number;
  draft_by: { _id: string; full_name: string };
  draft_at: string;
}

export interface FlowRow extends FlowHead {
  counts: { nodes: number; versions: number; scenarios: number };
}

export interface Flow extends FlowHead {
  graph: FlowGraph;
}

export interface FlowProblem {
  code: string;
  node_id?: string;
  message: string;
}

export interface FlowTemplate {
  key: string;
  name: string;
  description: string;
  graph: FlowGraph;
}

interface LooseApi {
  GET: <T>(path: string, init?: object) => Promise<{ data?: T; error?: unknown; response: Response }>;
  POST: LooseApi['GET'];
  PATCH: LooseApi['GET'];
  DELETE: LooseApi['GET'];
}
const flowsApi = api as unknown as LooseApi;

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;

const flowKeys = {
  list: ['flows', 'list'] as const,
  templates: ['flows', 'templates'] as const,
  one: (id: string) => ['flows', 'one', id] as const,
  problems: (id: string) => ['flows', 'problems', id] as const,
};

/** All flows of the company, by name. */
export const flowsQuery = queryOptions({
  queryKey: flowKeys.list,
  staleTime: FRESH_MS,
  queryFn: () =>
    allPages((query) =>
      call(flowsApi.GET<{ items: FlowRow[]; nextCursor: string | null }>('/api/v1/flows', { params: { query } })),
    ),
});

/** A flow with its draft. The builder keeps what it has read, so each opening reads anew. */
export const flowQuery = (id: string) =>
  queryOptions({ queryKey: flowKeys.one(id), gcTime: 0, queryFn: () => readFlow(id) });

export const readFlow = (id: string): Promise<Flow> =>
  call(flowsApi.GET<Flow>('/api/v1/flows/{id}', { params: { path: { id } } }));

/** What would stop the stored draft from being published. */
export const problemsQuery = (id: string) =>
  queryOptions({
    queryKey: flowKeys.problems(id),
    queryFn: async () => {
      const params = { path: { id } };
      return (await call(flowsApi.POST<{ problems: FlowProblem[] }>('/api/v1/flows/{id}/check', { params, body: {} })))
        .problems;
    },
  });

export const checkAgain = (id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: flowKeys.problems(id) });

export const templatesQuery = queryOptions({
  queryKey: flowKeys.templates,
  queryFn: async () => (await call(flowsApi.GET<{ items: FlowTemplate[] }>('/api/v1/flow-templates'))).items,
});

export async function createFlow(body: { name: string; channel_ids?: string[]; graph?: FlowGraph }): Promise<Flow> {
  return changed(await call(flowsApi.POST<Flow>('/api/v1/flows', { body })));
}

export async function duplicateFlow(id: string): Promise<Flow> {
  return changed(
    await call(flowsApi.POST<Flow>('/api/v1/flows/{id}/duplicate', { params: { path: { id } }, body: {} })),
  );
}

/** @param isLast the page is going away; the browser still sends the request */
export async function changeFlow(
  id: string,
  body: { name?: string; channel_ids?: string[]; graph?: FlowGraph; draft_rev: number },
  isLast = false,
): Promise<Flow> {
  const init = { params: { path: { id } }, body, ...(isLast ? { keepalive: true } : {}) };
  return changed(await call(flowsApi.PATCH<Flow>('/api/v1/flows/{id}', init)));
}

export async function deleteFlow(id: string): Promise<void> {
  await call(flowsApi.DELETE<undefined>('/api/v1/flows/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: flowKeys.list });
}

/** Pauses a live flow, or resumes a paused one. */
export async function switchFlow(id: string, to: 'pause' | 'resume'): Promise<void> {
  await call(flowsApi.POST<Flow>(`/api/v1/flows/{id}/${to}`, { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: ['flows'] });
}

/** Makes the draft the next version. @throws ApiError FLOW_HAS_PROBLEMS with `details.problems` */
export async function publishFlow(id: string, note: string): Promise<number> {
  const body = note === '' ? {} : { note };
  const { version } = await call(
    flowsApi.POST<{ version: { number: number } }>('/api/v1/flows/{id}/publish', { params: { path: { id } }, body }),
  );
  await queryClient.invalidateQueries({ queryKey: ['flows'] });
  return version.number;
}

/** Keeps the new state of a flow for its page, and reads the list again. */
function changed(flow: Flow): Flow {
  queryClient.setQueryData(flowKeys.one(flow._id), flow);
  void queryClient.invalidateQueries({ queryKey: flowKeys.list });
  return flow;
}
