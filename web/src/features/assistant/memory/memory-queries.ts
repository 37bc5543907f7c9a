import { queryOptions } from '@tanstack/react-query';
import { call } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { type Fact, type FactField, wire } from '../wire.ts';

/** New facts of conversations come by no live event of their own. */
const FRESH_MS = 30_000;

/** Begins like all keys of a contact, so that a change of the contact reads it again. */
const keyOf = (contactId: string) => ['contact', contactId, 'memory'] as const;

export interface FactValues {
  field: FactField;
  value: string;
  /** Null for a fact about the customer. */
  pet_id: string | null;
  /** YYYY-MM-DD; null without an end. */
  expires_at: string | null;
}

/** What the assistant remembers about a customer and the pets. */
export const memoryQuery = (contactId: string) =>
  queryOptions({
    queryKey: keyOf(contactId),
    staleTime: FRESH_MS,
    queryFn: async () => {
      await liveReady();
      return (await call(wire<{ items: Fact[] }>('GET', `/contacts/${contactId}/memory`))).items;
    },
  });

export async function addFact(contactId: string, { pet_id, expires_at, ...fact }: FactValues): Promise<void> {
  const body = { ...fact, ...(pet_id === null ? {} : { pet_id }), ...(expires_at === null ? {} : { expires_at }) };
  await call(wire('POST', `/contacts/${contactId}/memory`, { body }));
  await readAgain(contactId);
}

export async function changeFact(
  { _id, contact_id }: Fact,
  body: { value?: string; status?: 'active'; expires_at?: string | null },
): Promise<void> {
  await call(wire('PATCH', `/contacts/${contact_id}/memory/${_id}`, { body }));
  await readAgain(contact_id);
}

export async function deleteFact({ _id, contact_id }: Fact): Promise<void> {
  await call(wire('DELETE', `/contacts/${contact_id}/memory/${_id}`));
  await readAgain(contact_id);
}

const readAgain = (contactId: string): Promise<void> => queryClient.invalidateQueries({ queryKey: keyOf(contactId) });
