import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { AssistantSettings, ModelTest } from '../assistant-types.ts';

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;

const keys = { settings: ['assistant', 'settings'] as const, model: ['assistant', 'model'] as const };

export type SettingsChange = Schemas['UpdateAssistantSettingsDto'];

export const settingsQuery = queryOptions({
  queryKey: keys.settings,
  staleTime: FRESH_MS,
  queryFn: () => call(api.GET('/api/v1/assistant/settings')),
});

/** @param version of the settings that were read; refused if a colleague has changed them since. Left out: changes them anyway */
export async function changeSettings(body: SettingsChange, version?: number): Promise<AssistantSettings> {
  const params = version === undefined ? {} : { header: { 'If-Match': `"${version}"` } };
  const settings = await call(api.PATCH('/api/v1/assistant/settings', { params, body }));
  queryClient.setQueryData(keys.settings, settings);
  return settings;
}

/** The language model of the company; its key is never read. For owners and managers. */
export const modelQuery = queryOptions({
  queryKey: keys.model,
  staleTime: FRESH_MS,
  queryFn: () => call(api.GET('/api/v1/assistant/model')),
});

export async function putModel(body: Schemas['PutModelDto']): Promise<void> {
  queryClient.setQueryData(keys.model, await call(api.PUT('/api/v1/assistant/model', { body })));
}

/** Removes the own model with its key. */
export async function removeModel(): Promise<void> {
  await call(api.DELETE('/api/v1/assistant/model'));
  await queryClient.invalidateQueries({ queryKey: keys.model });
}

/** Asks the model one short question. */
export const testModel = (): Promise<ModelTest> => call(api.POST('/api/v1/assistant/model/test'));
