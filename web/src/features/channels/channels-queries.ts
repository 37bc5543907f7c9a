import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { onEvent } from '#web/lib/live/event-handlers.ts';
import { invalidateSoon } from '#web/lib/live/invalidate-soon.ts';
import { queryClient } from '#web/lib/query-client.ts';

const channelKeys = {
  all: ['channels'] as const,
  disconnected: ['channels', 'disconnected'] as const,
  practice: ['channels', 'practice'] as const,
};

/** The company's connected channels, the oldest first. */
export const channelsQuery = {
  queryKey: channelKeys.all,
  queryFn: async (): Promise<Schemas['ChannelDto'][]> => (await call(api.GET('/api/v1/channels'))).items,
  // Channels change rarely, and the few places that show them read them when they open.
  staleTime: 0,
};

/** Channels that the company can connect again. */
export const disconnectedChannelsQuery = {
  queryKey: channelKeys.disconnected,
  queryFn: async (): Promise<Schemas['ChannelDto'][]> =>
    (await call(api.GET('/api/v1/channels', { params: { query: { state: 'disconnected' } } }))).items,
  staleTime: 0,
};

/** The practice account of the sandbox; null without a sandbox. */
export const practiceQuery = {
  queryKey: channelKeys.practice,
  queryFn: async (): Promise<Schemas['PracticeDto'] | null> => (await call(api.GET('/api/v1/meta/status'))).practice,
};

/** Connects an account. The channel stays `unverified` until its token is proven. */
export async function connectChannel(body: Schemas['ConnectChannelDto']): Promise<Schemas['ChannelDto']> {
  const channel = await call(api.POST('/api/v1/channels', { body }));
  rememberChannel(channel);
  await queryClient.invalidateQueries({ queryKey: channelKeys.disconnected });
  return channel;
}

/** Tests the token of a channel again. */
export async function testChannel(id: string): Promise<Schemas['SelfTestReportDto']> {
  const report = await call(api.POST('/api/v1/channels/{id}/self-test', { params: { path: { id } } }));
  rememberChannel(report.channel);
  return report;
}

/** Replaces the token of a channel after a test of the new one. */
export async function reconnectChannel(id: string, access_token: string): Promise<void> {
  const options = { params: { path: { id } }, body: { access_token } };
  rememberChannel(await call(api.PATCH('/api/v1/channels/{id}', options)));
}

/** Disconnects a channel. Its conversations stay. */
export async function disconnectChannel(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/channels/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: channelKeys.all });
}

function rememberChannel(channel: Schemas['ChannelDto']): void {
  queryClient.setQueryData(channelsQuery.queryKey, (channels: Schemas['ChannelDto'][] | undefined) => {
    if (!channels) return channels;
    const isKnown = channels.some(({ _id }) => _id === channel._id);
    return isKnown ? channels.map((known) => (known._id === channel._id ? channel : known)) : [...channels, channel];
  });
}

onEvent('channel:health', () => invalidateSoon(channelsQuery.queryKey));
