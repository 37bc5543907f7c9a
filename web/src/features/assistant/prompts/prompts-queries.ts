import { queryOptions } from '@tanstack/react-query';
import { api, call } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { Prompt, Replay } from '../assistant-types.ts';

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;
const ASK_AGAIN_MS = 1_000;

const keys = {
  prompts: ['assistant', 'prompts'] as const,
  replay: (id: string) => ['assistant', 'replay', id] as const,
};

/** All versions, the newest first. */
export const promptsQuery = queryOptions({
  queryKey: keys.prompts,
  staleTime: FRESH_MS,
  queryFn: async () => {
    const { items } = await call(api.GET('/api/v1/assistant/prompts'));
    return items.sort((a, b) => b.number - a.number);
  },
});

/** @returns a new draft */
export async function addPrompt(text: string): Promise<Prompt> {
  const prompt = await call(api.POST('/api/v1/assistant/prompts', { body: { text } }));
  await readAgain();
  return prompt;
}

/** Changes a draft; refused if a colleague has changed it since it was read. */
export async function changePrompt(
  { _id: id, version }: Prompt,
  body: { text: string; note: string | null },
): Promise<void> {
  const params = { path: { id }, header: { 'If-Match': `"${version}"` } };
  await call(api.PATCH('/api/v1/assistant/prompts/{id}', { params, body }));
  await readAgain();
}

export async function deletePrompt(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/assistant/prompts/{id}', { params: { path: { id } } }));
  await readAgain();
}

export async function publishPrompt(id: string): Promise<void> {
  await call(api.POST('/api/v1/assistant/prompts/{id}/publish', { params: { path: { id } } }));
  await readAllAgain();
}

/** Publishes a retired version once more. */
export async function rollBack(id: string): Promise<void> {
  await call(api.POST('/api/v1/assistant/prompts/{id}/rollback', { params: { path: { id } } }));
  await readAllAgain();
}

/** Lets a version answer the last conversations again; nothing is sent. */
export async function startReplay(id: string): Promise<Replay> {
  const replay = await call(api.POST('/api/v1/assistant/prompts/{id}/replay', { params: { path: { id } } }));
  lastReplays.set(id, replay._id);
  return replay;
}

/** The last replay of each version that was started here, for a person who comes back to its page. */
const lastReplays = new Map<string, string>();

export const lastReplayOf = (id: string): string | undefined => lastReplays.get(id);

/** A replay, read again until it has ended. */
export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: keys.replay(id),
    queryFn: () => call(api.GET('/api/v1/assistant/replays/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? ASK_AGAIN_MS : false),
  });

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.prompts });

/** The settings name the published version. */
const readAllAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['assistant'] });
