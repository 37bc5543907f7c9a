import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { EventBus } from '../../core/events/index.js';
import { SecretBox, type SecretPlace } from '../../core/security/index.js';
import { CompanyScope, type IdLike } from '../../core/tenancy/index.js';
import { toChannelView } from './channel-view.js';
import { channelHasNoToken } from './channels.errors.js';
import { type ChannelAccount, ChannelsRepository } from './channels.repository.js';
import type { Channel, ChannelPlatform, ChannelSettings, ChannelState } from './schemas/channel.schema.js';

/** How long another process may still see a channel as it was. */
const CACHE_TTL_MS = 5_000;
const CACHE_SIZE = 5_000;
/** On top of it, for clocks that differ and for what was looked up just before. */
const FORGET_SLACK_MS = 1_000;
/** Traffic is noted at most this often a channel and direction. */
const TOUCH_INTERVAL_MS = 10_000;

/** A channel as routing and sending need it; ids are hex. */
export interface DirectoryChannel {
  readonly _id: string;
  readonly scope: CompanyScope;
  readonly platform: ChannelPlatform;
  readonly external_id: string;
  readonly name: string;
  readonly state: ChannelState;
  readonly settings: Readonly<ChannelSettings>;
}

/** What a send adapter needs. The token is plain text: never store or log it. */
export interface ChannelCredentials {
  readonly channel: DirectoryChannel;
  readonly access_token: string;
}

/** Where all features look channels up. Events from outside find their company only through {@link resolve}. */
@Injectable()
export class ChannelDirectory {
  private readonly cache = new LRUCache<string, DirectoryChannel>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  /** Tokens stay in memory no longer than this, so that a burst of replies opens them once. */
  private readonly opened = new LRUCache<string, ChannelCredentials>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly touched = new LRUCache<string, true>({ max: CACHE_SIZE, ttl: TOUCH_INTERVAL_MS });

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly secrets: SecretBox,
    private readonly events: EventBus,
  ) {}

  /**
   * The live channel of an account, from memory for up to 5 s. An unknown account is always asked for again, so that the
   * first event after connecting is not missed.
   */
  async resolve(platform: ChannelPlatform, externalId: string): Promise<DirectoryChannel | undefined> {
    const key = cacheKey(platform, externalId);
    const cached = this.cache.get(key);
    if (cached) return cached;
    const channel = await this.channels.findByAccount(platform, externalId);
    if (!channel) return undefined;
    const entry = toDirectoryChannel(channel);
    this.cache.set(key, entry);
    return entry;
  }

  /**
   * Resolves when no process routes an account to a company that gave it up, some seconds after it did: until then the
   * next company's customers would be shown to the last one.
   */
  async forgotten(scope: CompanyScope, account: ChannelAccount): Promise<void> {
    const freedAt = await this.channels.freedAt(scope, account);
    const waitMs = freedAt ? freedAt.getTime() + CACHE_TTL_MS + FORGET_SLACK_MS - Date.now() : 0;
    if (waitMs > 0) await delay(Math.min(waitMs, CACHE_TTL_MS + FORGET_SLACK_MS));
  }

  /** Live channels of a company, the oldest first. */
  async findLive(scope: CompanyScope, platform?: ChannelPlatform): Promise<DirectoryChannel[]> {
    return (await this.channels.findLive(scope, platform)).map(toDirectoryChannel);
  }

  /** @throws AppError NOT_FOUND | CHANNEL_HAS_NO_TOKEN, the latter also for a disconnected channel */
  async credentials(scope: CompanyScope, channelId: IdLike): Promise<ChannelCredentials> {
    const key = `${scope.id}:${channelId.toString()}`;
    const known = this.opened.get(key);
    if (known) return known;
    const channel = await this.channels.getById(scope, channelId);
    if (!channel.live || channel.access_token === undefined) throw channelHasNoToken();
    const access_token = this.secrets.open(channel.access_token, tokenBinding(channel));
    const credentials = { channel: toDirectoryChannel(channel), access_token };
    this.opened.set(key, credentials);
    return credentials;
  }

  /** The provider refused our token: sending stops and the company is told; receiving goes on. */
  async reportAuthError(
    scope: CompanyScope,
    channelId: IdLike,
    error: { code: string; message: string },
  ): Promise<void> {
    const last_error = { ...error, at: new Date() };
    const channel = await this.channels.updateHealth(scope, channelId, { last_error }, 'needs_reconnect');
    if (channel) this.announce(channel);
  }

  /** Notes that something came in or went out, at most every few seconds. */
  async touch(scope: CompanyScope, channelId: string, field: 'last_in_at' | 'last_out_at', at: Date): Promise<void> {
    const key = `${field}:${channelId}`;
    if (this.touched.has(key)) return;
    this.touched.set(key, true);
    await this.channels.touch(scope, channelId, field, at);
  }

  /** For this module's services: forgets what memory says of a changed channel and tells the company. */
  announce(channel: Channel): void {
    this.cache.delete(cacheKey(channel.platform, channel.external_id));
    const companyId = channel.company_id.toHexString();
    this.opened.delete(`${companyId}:${channel._id.toHexString()}`);
    this.events.emit('channel.health_changed', { companyId, channel: toChannelView(channel) });
  }
}

/** A sealed token opens only for the channel it was sealed for. */
export function tokenBinding({ _id, company_id }: Pick<Channel, '_id' | 'company_id'>): SecretPlace {
  return {
    companyId: company_id.toHexString(),
    collection: 'channels',
    field: 'access_token',
    documentId: _id.toHexString(),
  };
}

function cacheKey(platform: ChannelPlatform, externalId: string): string {
  return `${platform}:${externalId}`;
}

function toDirectoryChannel(channel: Channel): DirectoryChannel {
  const { platform, external_id, name, state, settings } = channel;
  const scope = CompanyScope.of(channel.company_id);
  return { _id: channel._id.toHexString(), scope, platform, external_id, name, state, settings };
}
