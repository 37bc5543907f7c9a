import { queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Flow = Schemas['FlowDto'];
export type FlowRow = Schemas['FlowRowDto'];
export type FlowTemplate = Schemas['FlowTemplateDto'];
export type FlowProblem = Schemas['FlowProblemDto'];

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
  queryFn: () => allPages((query) => call(api.GET('/api/v1/flows', { params: { query } }))),
});

/** A flow with its draft. The builder keeps what it has read, so each opening reads anew. */
export const flowQuery = (id: string) =>
  queryOptions({ queryKey: flowKeys.one(id), gcTime: 0, queryFn: () => readFlow(id) });

export const readFlow = (id: string): Promise<Flow> =>
  call(api.GET('/api/v1/flows/{id}', { params: { path: { id } } }));

/** What would stop the stored draft from being published. */
export const problemsQuery = (id: string) =>
  queryOptions({
    queryKey: flowKeys.problems(id),
    queryFn: async () =>
      (await call(api.POST('/api/v1/flows/{id}/check', { params: { path: { id } }, body: {} }))).problems,
  });

export const checkAgain = (id: string): Promise<void> =>
  queryClient.invalidateQueries({ queryKey: flowKeys.problems(id) });

/** Starter flows that are ready to copy. */
export const templatesQuery = queryOptions({
  queryKey: flowKeys.templates,
  queryFn: async () => (await call(api.GET('/api/v1/flow-templates'))).items,
});

export async function createFlow(body: Schemas['CreateFlowDto']): Promise<Flow> {
  return changed(await call(api.POST('/api/v1/flows', { body })));
}

export async function duplicateFlow(id: string): Promise<Flow> {
  return changed(await call(api.POST('/api/v1/flows/{id}/duplicate', { params: { path: { id } }, body: {} })));
}

/** @param isLast the page is going away; the browser still sends the request */
export async function changeFlow(id: string, body: Schemas['UpdateFlowDto'], isLast = false): Promise<Flow> {
  const init = { params: { path: { id } }, body, ...(isLast ? { keepalive: true } : {}) };
  return changed(await call(api.PATCH('/api/v1/flows/{id}', init)));
}

export async function deleteFlow(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/flows/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: flowKeys.list });
}

/** Pauses a live flow, or resumes a paused one. */
export async function switchFlow(id: string, to: 'pause' | 'resume'): Promise<void> {
  const params = { path: { id } };
  await call(
    to === 'pause'
      ? api.POST('/api/v1/flows/{id}/pause', { params })
      : api.POST('/api/v1/flows/{id}/resume', { params }),
  );
  await queryClient.invalidateQueries({ queryKey: ['flows'] });
}

/** Tries the words of a trigger on the last messages of customers. */
export const testWords = (id: string, body: Schemas['TestWordsDto']): Promise<Schemas['MatchedMessagesDto']> =>
  call(api.POST('/api/v1/flows/{id}/test-words', { params: { path: { id } }, body }));

/** Makes the draft the next version. @throws ApiError FLOW_HAS_PROBLEMS with `details.problems` */
export async function publishFlow(id: string, note: string): Promise<number> {
  const body = note === '' ? {} : { note };
  const { version } = await call(api.POST('/api/v1/flows/{id}/publish', { params: { path: { id } }, body }));
  await queryClient.invalidateQueries({ queryKey: ['flows'] });
  return version.number;
}

/** Keeps the new state of a flow for its page, and reads the list again. */
function changed(flow: Flow): Flow {
  queryClient.setQueryData(flowKeys.one(flow._id), flow);
  void queryClient.invalidateQueries({ queryKey: flowKeys.list });
  return flow;
}
