import { queryOptions } from '@tanstack/react-query';
import { call } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { type Prompt, type Replay, wire } from '../wire.ts';

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
    const { items } = await call(wire<{ items: Prompt[] }>('GET', '/assistant/prompts'));
    return items.sort((a, b) => b.number - a.number);
  },
});

/** @returns a new draft */
export async function addPrompt(text: string): Promise<Prompt> {
  const prompt = await call(wire<Prompt>('POST', '/assistant/prompts', { body: { text } }));
  await readAgain();
  return prompt;
}

export async function changePrompt(id: string, body: { text?: string; note?: string }): Promise<void> {
  await call(wire('PATCH', `/assistant/prompts/${id}`, { body }));
  await readAgain();
}

export async function deletePrompt(id: string): Promise<void> {
  await call(wire('DELETE', `/assistant/prompts/${id}`));
  await readAgain();
}

export async function publishPrompt(id: string): Promise<void> {
  await call(wire('POST', `/assistant/prompts/${id}/publish`));
  await readAllAgain();
}

/** Publishes a retired version once more. */
export async function rollBack(id: string): Promise<void> {
  await call(wire('POST', `/assistant/prompts/${id}/rollback`));
  await readAllAgain();
}

/** Lets a version answer the last conversations again; nothing is sent. */
export const startReplay = (id: string): Promise<Replay> =>
  call(wire<Replay>('POST', `/assistant/prompts/${id}/replay`));

/** A replay, read again until it has ended. */
export const replayQuery = (id: string) =>
  queryOptions({
    queryKey: keys.replay(id),
    queryFn: () => call(wire<Replay>('GET', `/assistant/replays/${id}`)),
    refetchInterval: ({ state: { data } }) => (data === undefined || data.status === 'running' ? ASK_AGAIN_MS : false),
  });

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.prompts });

/** The settings name the published version. */
const readAllAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: ['assistant'] });
