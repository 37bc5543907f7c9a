import { queryOptions } from '@tanstack/react-query';
import { contactListKeys } from '#web/features/contacts/contact-list-queries.ts';
import { petKeys } from '#web/features/pets/pets-queries.ts';
import { readServicesAgain } from '#web/features/services/services-queries.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { saveFile } from '#web/lib/save-file.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type CustomerImport = Schemas['CustomerImportDto'];
export type ImportField = NonNullable<CustomerImport['mapping'][number]>;
export type CheckImport = Schemas['CheckImportDto'];

/** Live events show the progress; one of them may be lost. */
const POLL_MS = 10_000;
const SHOWN_BROKEN_ROWS = 50;
const WORKING: readonly CustomerImport['state'][] = ['checking', 'importing', 'undoing'];

export const isWorking = ({ state }: CustomerImport): boolean => WORKING.includes(state);

const keys = {
  list: ['imports', 'list'] as const,
  one: (id: string) => ['imports', id] as const,
};

/** The imports of the last 30 days, the newest first. */
export const importsQuery = queryOptions({
  queryKey: keys.list,
  queryFn: async () => (await call(api.GET('/api/v1/contacts/imports', { params: { query: {} } }))).items,
  staleTime: 0,
});

/** One import; while a job works on it, live events show how far it is. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    queryFn: async () => {
      const read = await call(api.GET('/api/v1/contacts/imports/{id}', { params: { path: { id } } }));
      const known = queryClient.getQueryData<CustomerImport>(keys.one(id));
      if (known && isWorking(known) && !isWorking(read)) void readResultAgain(read.kind);
      return read;
    },
    staleTime: 0,
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? POLL_MS : false),
  });

/** The first broken rows of an import. */
export const brokenRowsQuery = (id: string, state: CustomerImport['state']) =>
  queryOptions({
    queryKey: [...keys.one(id), 'broken-rows', state],
    queryFn: async () => {
      const params = { path: { id }, query: { limit: SHOWN_BROKEN_ROWS } };
      return (await call(api.GET('/api/v1/contacts/imports/{id}/broken-rows', { params }))).items;
    },
    staleTime: 0,
  });

/** @throws ApiError if the file is no CSV or too large */
export async function uploadImport(
  file: File,
  kind: CustomerImport['kind'],
  preset: CustomerImport['preset'],
): Promise<CustomerImport> {
  const body = new FormData();
  body.append('file', file);
  const stored = await call(
    api.POST('/api/v1/contacts/imports', {
      params: { query: { kind, preset } },
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  );
  return keep(stored);
}

export const checkImport = async (id: string, body: CheckImport): Promise<CustomerImport> =>
  keep(await call(api.POST('/api/v1/contacts/imports/{id}/check', { params: { path: { id } }, body })));

export const startImport = async (id: string): Promise<CustomerImport> =>
  keep(await call(api.POST('/api/v1/contacts/imports/{id}/start', { params: { path: { id } } })));

export const undoImport = async (id: string): Promise<CustomerImport> =>
  keep(await call(api.POST('/api/v1/contacts/imports/{id}/undo', { params: { path: { id } } })));

/** Saves the broken rows as a file. */
export async function downloadBrokenRows({ _id: id, file_name }: CustomerImport): Promise<void> {
  const params = { path: { id } };
  const csv = await call(api.GET('/api/v1/contacts/imports/{id}/broken-rows.csv', { params, parseAs: 'blob' }));
  saveFile(csv, `broken-rows-${file_name}`);
}

function keep(stored: CustomerImport): CustomerImport {
  queryClient.setQueryData(keys.one(stored._id), stored);
  void queryClient.invalidateQueries({ queryKey: keys.list });
  return stored;
}

/** Appointments tell of themselves by live events. */
async function readResultAgain(kind: CustomerImport['kind']): Promise<void> {
  if (kind === 'services') await readServicesAgain();
  if (kind !== 'customers') return;
  await queryClient.invalidateQueries({ queryKey: contactListKeys.all });
  await queryClient.invalidateQueries({ queryKey: petKeys.lists });
}

onEvent('import:progress', ({ importId, state, rows }) => {
  const known = queryClient.getQueryData<CustomerImport>(keys.one(importId));
  if (!known) return;
  if (state === known.state) {
    const counts = { ...known.counts, rows };
    queryClient.setQueryData<CustomerImport>(keys.one(importId), { ...known, counts });
  } else void queryClient.invalidateQueries({ queryKey: keys.one(importId), exact: true });
});
onEvent('import:completed', () => void queryClient.invalidateQueries({ queryKey: keys.list }));
