import { queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import type { Fact } from '../assistant-types.ts';

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;

/** Begins like all keys of a contact, so that a change of the contact reads it again. */
const keyOf = (contactId: string) => ['contact', contactId, 'memory'] as const;

/** What the assistant remembers about a customer and the pets. */
export const memoryQuery = (contactId: string) =>
  queryOptions({
    queryKey: keyOf(contactId),
    staleTime: FRESH_MS,
    queryFn: async () => {
      await liveReady();
      const path = { id: contactId };
      return (await call(api.GET('/api/v1/contacts/{id}/memory', { params: { path } }))).items;
    },
  });

export async function addFact(contactId: string, body: Schemas['CreateFactDto']): Promise<void> {
  await call(api.POST('/api/v1/contacts/{id}/memory', { params: { path: { id: contactId } }, body }));
  await readAgain(contactId);
}

export async function changeFact(fact: Fact, body: Schemas['UpdateFactDto']): Promise<void> {
  await call(api.PATCH('/api/v1/contacts/{id}/memory/{factId}', { params: { path: pathOf(fact) }, body }));
  await readAgain(fact.contact_id);
}

export async function deleteFact(fact: Fact): Promise<void> {
  await call(api.DELETE('/api/v1/contacts/{id}/memory/{factId}', { params: { path: pathOf(fact) } }));
  await readAgain(fact.contact_id);
}

const pathOf = ({ _id: factId, contact_id: id }: Fact) => ({ id, factId });

const readAgain = (contactId: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keyOf(contactId) });

// The assistant remembers what customers write. A module runs once, however many contacts are opened.
onEvent('message:new', ({ message }) => invalidateSoon(keyOf(message.contact_id)));
