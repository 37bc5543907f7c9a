import { queryOptions, useQuery } from '@tanstack/react-query';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { storeRow } from '#web/features/conversations/conversations-queries.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { liveReady } from '#web/lib/live/live-connection.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Contact = Schemas['ContactDto'];
export type MergeSuggestion = Schemas['MergeSuggestionDto'];

const MAX_CHANNELS = 50;

/** All query keys of a contact have the same beginning, so that one call invalidates them. */
export const contactKeys = {
  all: (id: string) => ['contact', id] as const,
  contact: (id: string) => ['contact', id, 'self'] as const,
  conversations: (id: string) => ['contact', id, 'conversations'] as const,
  suggestions: (id: string) => ['contact', id, 'merge-suggestions'] as const,
};

export const contactQuery = (id: string) =>
  queryOptions({
    queryKey: contactKeys.contact(id),
    queryFn: async () => {
      await liveReady();
      return newerContact(contactOf(id), await readContact(id));
    },
  });

export const readContact = (id: string): Promise<Contact> =>
  call(api.GET('/api/v1/contacts/{id}', { params: { path: { id } } }));

export const contactOf = (id: string): Contact | undefined => queryClient.getQueryData(contactKeys.contact(id));

/** Stores the contact of an answer, unless the cache has a newer version. */
export function storeContact(contact: Contact): void {
  queryClient.setQueryData(contactKeys.contact(contact._id), newerContact(contactOf(contact._id), contact));
}

const newerContact = (known: Contact | undefined, read: Contact): Contact =>
  known && known.version > read.version ? known : read;

export const useContact = (id: string) => useQuery(contactQuery(id));

/** The conversations of a contact on all its channels, the latest first. */
export const contactConversationsQuery = (id: string) =>
  queryOptions({
    queryKey: contactKeys.conversations(id),
    queryFn: async (): Promise<Row[]> => {
      await liveReady();
      const query = { contact_id: id, limit: MAX_CHANNELS };
      const { items } = await call(api.GET('/api/v1/conversations', { params: { query } }));
      return items.map(storeRow);
    },
  });

export const useContactConversations = (id: string) => useQuery(contactConversationsQuery(id));

/** Contacts that may be the same person. */
export const useMergeSuggestions = (id: string) =>
  useQuery({
    queryKey: contactKeys.suggestions(id),
    queryFn: async (): Promise<MergeSuggestion[]> => {
      const path = { params: { path: { id } } };
      return (await call(api.GET('/api/v1/contacts/{id}/merge-suggestions', path))).items;
    },
  });
