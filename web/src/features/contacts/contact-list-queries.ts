import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { saveFile } from '#web/lib/save-file.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { type ContactListSearch, toQuery } from './contact-list-search.ts';
import { type Contact, storeContact } from './contacts-queries.ts';

export type ContactRow = Schemas['ContactRowDto'];

const PAGE_SIZE = 50;

export const contactListKeys = {
  all: ['contacts'] as const,
  list: (search: ContactListSearch) => ['contacts', 'list', search] as const,
  tags: ['contacts', 'tags'] as const,
};

/** The contacts of the filters, the newest first. It is read again at each visit. */
export const contactListQuery = (search: ContactListSearch) =>
  infiniteQueryOptions({
    queryKey: contactListKeys.list(search),
    queryFn: ({ pageParam: cursor, signal }) => {
      const query = { ...toQuery(search), limit: PAGE_SIZE, ...(cursor === null ? {} : { cursor }) };
      return call(api.GET('/api/v1/contacts', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: 0,
  });

/** The tags of all contacts, the most frequent first. */
export const tagsInUseQuery = queryOptions({
  queryKey: contactListKeys.tags,
  queryFn: async () => (await call(api.GET('/api/v1/contacts/tags'))).items,
  staleTime: 0,
});

/** @throws ApiError if the server refuses a field */
export async function createContact(body: Schemas['CreateContactDto']): Promise<Contact> {
  const contact = await call(api.POST('/api/v1/contacts', { body }));
  storeContact(contact);
  void readListsAgain();
  return contact;
}

/** @throws ApiError if the server refuses */
export async function deleteContact(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/contacts/{id}', { params: { path: { id } } }));
  void readListsAgain();
}

/** Saves all contacts as a CSV file. */
export async function exportContacts(): Promise<void> {
  const csv = await call(api.GET('/api/v1/contacts/export.csv', { parseAs: 'blob' }));
  saveFile(csv, 'contacts.csv');
}

const readListsAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: contactListKeys.all });
