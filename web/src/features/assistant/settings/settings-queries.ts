import { queryOptions } from '@tanstack/react-query';
import { call } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { type AssistantSettings, type ModelSettings, type ModelTest, wire } from '../wire.ts';

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;

const keys = { settings: ['assistant', 'settings'] as const, model: ['assistant', 'model'] as const };

export type SettingsChange = Partial<Omit<AssistantSettings, 'spent' | 'prompt_number' | 'updated_at'>>;

export interface ModelChange {
  base_url: string;
  model: string;
  /** Left out: the stored key stays. */
  api_key?: string;
  input_price: number;
  output_price: number;
}

export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  staleTime: FRESH_MS,
  queryFn: () => call(wire<AssistantSettings>('GET', '/assistant/settings')),
});

export async function changeSettings(body: SettingsChange): Promise<AssistantSettings> {
  const settings = await call(wire<AssistantSettings>('PATCH', '/assistant/settings', { body }));
  queryClient.setQueryData(keys.settings, settings);
  return settings;
}

/** The language model of the company; its key is never read. For owners and managers. */
export const modelQuery = queryOptions({
  queryKey: keys.model,
  staleTime: FRESH_MS,
  queryFn: () => call(wire<ModelSettings>('GET', '/assistant/model')),
});

export async function putModel(body: ModelChange): Promise<void> {
  queryClient.setQueryData(keys.model, await call(wire<ModelSettings>('PUT', '/assistant/model', { body })));
}

/** Removes the own model with its key. */
export async function removeModel(): Promise<void> {
  await call(wire('DELETE', '/assistant/model'));
  await queryClient.invalidateQueries({ queryKey: keys.model });
}

/** Asks the model one short question. */
export const testModel = (): Promise<ModelTest> => call(wire<ModelTest>('POST', '/assistant/model/test'));
