import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent, onMissedEvents } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { channelsQuery } from './channels-queries.ts';

export type WahaNumber = Schemas['WhatsappSessionDto'];
export type WahaAction = 'start' | 'stop' | 'restart' | 'logout';

/** The live events bring each code; the poll helps if the server cannot reach PetBuddy. */
const CODE_POLL_MS = 10_000;

const keys = {
  server: ['waha', 'server'] as const,
  numbers: ['waha', 'numbers'] as const,
  code: (name: string) => ['waha', 'code', name] as const,
};

/** The WAHA server of the company, without its key. */
export const wahaServerQuery = {
  queryKey: keys.server,
  queryFn: () => call(api.GET('/api/v1/integrations/waha')),
  staleTime: 0,
};

export const wahaNumbersQuery = {
  queryKey: keys.numbers,
  queryFn: async (): Promise<WahaNumber[]> => (await call(api.GET('/api/v1/integrations/waha/sessions'))).items,
  staleTime: 0,
};

/** The code to scan. */
export const wahaCodeQuery = (name: string) => ({
  queryKey: keys.code(name),
  queryFn: () => call(api.GET('/api/v1/integrations/waha/sessions/{name}/qr', { params: { path: { name } } })),
  staleTime: 0,
  refetchInterval: CODE_POLL_MS,
});

export async function saveWahaServer(body: Schemas['WahaServerDto']): Promise<void> {
  queryClient.setQueryData(keys.server, await call(api.PUT('/api/v1/integrations/waha', { body })));
}

export async function forgetWahaServer(): Promise<void> {
  await call(api.DELETE('/api/v1/integrations/waha'));
  await queryClient.invalidateQueries({ queryKey: keys.server });
}

export async function addWahaNumber(name: string): Promise<void> {
  remember(await call(api.POST('/api/v1/integrations/waha/sessions', { body: { name } })));
  await queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey });
}

export async function changeWahaNumber(name: string, action: WahaAction): Promise<void> {
  const path = `/api/v1/integrations/waha/sessions/{name}/${action}` as const;
  remember(await call(api.POST(path, { params: { path: { name } } })));
  await queryClient.invalidateQueries({ queryKey: keys.code(name) });
}

export async function removeWahaNumber(name: string): Promise<void> {
  await call(api.DELETE('/api/v1/integrations/waha/sessions/{name}', { params: { path: { name } } }));
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keys.numbers }),
    queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  ]);
}

function remember(number: WahaNumber): void {
  queryClient.setQueryData(keys.numbers, (known: WahaNumber[] | undefined) => {
    if (!known) return known;
    const others = known.filter(({ name }) => name !== number.name);
    return [...others, number].sort((a, b) => a.name.localeCompare(b.name));
  });
}

onEvent('waha:session', ({ name, status, qr_png, qr_expires_at }) => {
  const code = { status, qr_png: qr_png ?? null, qr_expires_at: qr_expires_at ?? null };
  queryClient.setQueryData(keys.code(name), (known: object | undefined) => known && code);
  invalidateSoon(keys.numbers);
});
onMissedEvents(() => invalidateSoon(keys.numbers));
