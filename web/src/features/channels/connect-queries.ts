import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { channelsQuery } from './channels-queries.ts';

export type Connection = Schemas['MetaConnectionDto'];
export type ConnectPlatform = Connection['product'];

export const CONNECT_PLATFORMS: readonly ConnectPlatform[] = ['facebook', 'instagram', 'whatsapp'];

/** No live event reports a customer's first message. */
const WAITING_POLL_MS = 3_000;
const RUNNING_POLL_MS = 2_000;

const keyOf = (id: string) => ['meta-connections', id] as const;

/** A log-in at Meta. Live events bring each step; the polls help if the live connection breaks. */
export const connectionQuery = (id: string) => ({
  queryKey: keyOf(id),
  queryFn: () => call(api.GET('/api/v1/meta/connections/{id}', { params: { path: { id } } })),
  staleTime: 0,
  refetchInterval: ({ state: { data } }: { state: { data: Connection | undefined } }) => {
    if (data?.steps.some(({ status }) => status === 'waiting')) return WAITING_POLL_MS;
    return data && isRunning(data) ? RUNNING_POLL_MS : false;
  },
});

export function isRunning({ state }: Connection): boolean {
  return state === 'working' || state === 'connecting';
}

/** Leaves the page for the log-in dialog, which leads back to `/settings/channels?connect=…`. */
export async function logInAtMeta(product: ConnectPlatform): Promise<void> {
  const { url } = await call(api.GET('/api/v1/meta/oauth/url', { params: { query: { product } } }));
  window.location.assign(url);
}

/** Like {@link logInAtMeta}, for a new token of a channel. */
export async function reconnectAtMeta(id: string): Promise<void> {
  const { url } = await call(api.POST('/api/v1/channels/{id}/reconnect', { params: { path: { id } } }));
  window.location.assign(url);
}

/** Connects accounts of the log-in. @param pin registers WhatsApp numbers that need it */
export async function chooseAccounts(id: string, external_ids: string[], pin: string): Promise<void> {
  const body = { external_ids, ...(pin && { pin }) };
  await call(api.POST('/api/v1/meta/connections/{id}/choose', { params: { path: { id } }, body }));
  await readAgain(id);
}

async function readAgain(id: string): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: keyOf(id) }),
    queryClient.invalidateQueries({ queryKey: channelsQuery.queryKey }),
  ]);
}

onEvent('channel:connect', ({ connection }) => {
  queryClient.setQueryData(keyOf(connection._id), (known: Connection | undefined) =>
    known && known.updated_at > connection.updated_at ? known : connection,
  );
  if (connection.state === 'connected') void readAgain(connection._id);
});
