import i18next from 'i18next';
import { channelsQuery } from '#web/features/channels/channels-queries.ts';
import type { Row } from '#web/features/conversations/conversation-merge.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { limitProblem } from './media-limits.ts';

const MIB = 1024 * 1024;
/** Channels rarely change. */
const FRESH_MS = 300_000;

/** Says why the channel refuses a file; undefined if it may take it. */
export async function channelProblem({ channel_id: id }: Row, file: File): Promise<string | undefined> {
  const channels = await queryClient.fetchQuery({ ...channelsQuery, staleTime: FRESH_MS, retry: false });
  const channel = channels.find(({ _id }) => _id === id);
  if (!channel?.limits) return undefined;
  const problem = limitProblem(channel.limits.media, file);
  if (!problem) return undefined;
  const { name } = file;
  const { platform } = channel;
  if (problem.max_bytes !== undefined) {
    const max = String(Math.floor(problem.max_bytes / MIB));
    return i18next.t('messages:uploads.tooLargeFor', { name, max, platform: platformName(platform) });
  }
  const types = problem.types.map(typeName).join(', ');
  return i18next.t('messages:uploads.wrongTypeFor', { name, types, platform: platformName(platform) });
}

/** For instance `image/jpeg` is JPEG, `audio/x-m4a` is M4A. */
const typeName = (mime: string): string => (mime.split('/')[1] ?? mime).replace(/^(x-|vnd\.)/, '').toUpperCase();

const platformName = (platform: string): string => i18next.t(`channels:list.platforms.${platform}` as never);
