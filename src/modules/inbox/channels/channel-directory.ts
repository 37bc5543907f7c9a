import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Platform } from '../../customers/contacts/index.js';
import { EventBus } from '../../../core/events/index.js';
import { declareSealedField, SecretBox } from '../../../core/security/index.js';
import { CompanyScope, type IdLike } from '../../../core/tenancy/index.js';
import { isProven } from './channel-claim.js';
import { CHANNEL_PLATFORMS, type ChannelKind, kindsOfPlatform } from './channel-kinds.js';
import { toChannelView } from './channel-view.js';
import { channelHasNoToken, channelUnverified } from './channels.errors.js';
import { ChannelsRepository, type TrafficTime } from './channels.repository.js';
import type { Channel, ChannelQuotaState, ChannelSettings, ChannelState } from './schemas/channel.schema.js';

/** How long another process may still send by a token that was replaced or deleted, and show the state before. */
const CACHE_TTL_MS = 5_000;
const CACHE_SIZE = 5_000;
const BATCH = 100;
const TOUCH_INTERVAL_MS = 10_000;

export interface DirectoryChannel {
  readonly _id: string;
  readonly scope: CompanyScope;
  readonly platform: Platform;
  readonly provider: string;
  readonly external_id: string;
  readonly name: string;
  readonly state: ChannelState;
  readonly settings: Readonly<ChannelSettings>;
  readonly events_from: Date;
  /** Shared by all processes, so a few seconds old. */
  readonly quota?: ChannelQuotaState;
}

/** The token is plain text: never store or log it. */
export interface ChannelCredentials {
  readonly channel: DirectoryChannel;
  readonly access_token: string;
  /** The stored token; it tells whether the token was replaced meanwhile. */
  readonly sealed_token: string;
}

export type RefusedToken = Pick<ChannelCredentials, 'channel' | 'sealed_token'>;

@Injectable()
export class ChannelDirectory {
  /** Caches the promise, so that a change also drops a read that began before it. */
  private readonly opened = new LRUCache<string, Promise<ChannelCredentials>>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly kinds = new LRUCache<string, ChannelKind>({ max: CACHE_SIZE, ttl: CACHE_TTL_MS });
  private readonly touched = new LRUCache<string, true>({ max: CACHE_SIZE, ttl: TOUCH_INTERVAL_MS });

  private readonly statesOfCompany = new LRUCache<string, ReadonlyMap<string, ChannelState>>({
    max: CACHE_SIZE,
    ttl: CACHE_TTL_MS,
  });

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly secrets: SecretBox,
    private readonly events: EventBus,
  ) {}

  /** Reads anew, because another process may have changed the holder a moment ago. */
  async resolve(platform: Platform, externalId: string): Promise<DirectoryChannel | undefined> {
    const channel = await this.channels.findHolder(platform, externalId);
    return channel && toDirectoryChannel(channel);
  }

  async findLive(scope: CompanyScope, platform?: Platform): Promise<DirectoryChannel[]> {
    return (await this.channels.findLive(scope, platform)).map(toDirectoryChannel);
  }

  /** States of the connected channels by their id (hex), at most a few seconds old. */
  async states(scope: CompanyScope): Promise<ReadonlyMap<string, ChannelState>> {
    const known = this.statesOfCompany.get(scope.id);
    if (known) return known;
    const channels = await this.channels.findLive(scope);
    const states = new Map(channels.map(({ _id, state }) => [_id.toHexString(), state]));
    this.statesOfCompany.set(scope.id, states);
    return states;
  }

  async findProven(scope: CompanyScope, platform: Platform): Promise<DirectoryChannel[]> {
    return (await this.channels.findLive(scope, platform)).filter(isProven).map(toDirectoryChannel);
  }

  /** Finds the channels of all companies that get their events through this node of the provider. */
  async findBySubscribedNode(node: string): Promise<DirectoryChannel[]> {
    return (await this.channels.findBySubscribedNode(node)).map(toDirectoryChannel);
  }

  /** Lists the live channels of all companies whose platform has templates. */
  async *withTemplates(): AsyncGenerator<DirectoryChannel> {
    const platforms = CHANNEL_PLATFORMS.filter((one) => kindsOfPlatform(one).some(({ hasTemplates }) => hasTemplates));
    let batch: Channel[] = [];
    do {
      batch = await this.channels.findLiveOn(platforms, batch.at(-1)?._id, BATCH);
      yield* batch.map(toDirectoryChannel);
    } while (batch.length === BATCH);
  }

  /** Also for a disconnected channel. @throws AppError NOT_FOUND */
  async kindOf(scope: CompanyScope, channelId: IdLike): Promise<ChannelKind> {
    const key = keyOf(scope, channelId);
    const known = this.kinds.get(key);
    if (known) return known;
    const { platform, provider } = await this.channels.getById(scope, channelId);
    this.kinds.set(key, { platform, provider });
    return { platform, provider };
  }

  /** @throws AppError NOT_FOUND | CHANNEL_HAS_NO_TOKEN | CHANNEL_UNVERIFIED */
  async credentials(scope: CompanyScope, channelId: IdLike): Promise<ChannelCredentials> {
    const key = keyOf(scope, channelId);
    const known = this.opened.get(key);
    if (known) return known;
    const reading = this.readCredentials(scope, channelId);
    this.opened.set(key, reading);
    const forget = (): void => {
      if (this.opened.peek(key) === reading) this.opened.delete(key);
    };
    // Another process may connect the channel again; its messages must not wait for the cache to expire.
    reading.then(({ channel }) => channel.state !== 'live' && forget(), forget);
    return reading;
  }

  private async readCredentials(scope: CompanyScope, channelId: IdLike): Promise<ChannelCredentials> {
    const channel = await this.channels.getById(scope, channelId);
    if (!channel.live || channel.access_token === undefined) throw channelHasNoToken();
    if (!isProven(channel)) throw channelUnverified();
    const sealed_token = channel.access_token;
    const access_token = this.secrets.open(sealed_token, tokenBinding(channel));
    return { channel: toDirectoryChannel(channel), access_token, sealed_token };
  }

  /**
   * Stops sending and tells the company; receiving goes on. Does nothing if the token was replaced meanwhile.
   * @returns whether the refused token is still the channel's
   */
  async reportAuthError(
    { channel: { scope, _id }, sealed_token }: RefusedToken,
    error: { code: string; message: string },
  ): Promise<boolean> {
    const channel = await this.channels.needsReconnect(scope, _id, sealed_token, { ...error, at: new Date() });
    // Another process may have changed the channel, so the next call must read it again.
    this.opened.delete(keyOf(scope, _id));
    if (channel) this.announce(channel);
    return channel !== null || (await this.channels.findById(scope, _id))?.access_token === sealed_token;
  }

  async touch(scope: CompanyScope, channelId: string, field: TrafficTime, at: Date): Promise<void> {
    const key = `${field}:${channelId}`;
    if (this.touched.has(key)) return;
    this.touched.set(key, true);
    await this.channels.touch(scope, channelId, field, at);
  }

  /** Stores a quota for the screens and for other processes: each new pause at once, other changes now and then. */
  async noteQuota({ scope, _id }: DirectoryChannel, quota: Omit<ChannelQuotaState, 'noted_at'>): Promise<void> {
    const key = `quota:${_id}:${quota.limited_until?.getTime() ?? ''}`;
    if (this.touched.has(key)) return;
    this.touched.set(key, true);
    await this.channels.noteQuota(scope, _id, { ...quota, noted_at: new Date() });
  }

  /** For this module's services only, after each change of a channel. */
  announce(channel: Channel): void {
    const companyId = channel.company_id.toHexString();
    const key = keyOf(CompanyScope.of(companyId), channel._id);
    this.opened.delete(key);
    // A channel that is connected again may have another provider.
    this.kinds.delete(key);
    this.statesOfCompany.delete(companyId);
    this.events.emit('channel.health_changed', { companyId, channel: toChannelView(channel) });
  }

  /** For this module's services only. */
  announceProof({ _id, company_id }: Channel): void {
    this.events.emit('channel.proven', { companyId: company_id.toHexString(), channelId: _id.toHexString() });
  }
}

/** A sealed token opens only for the channel it was sealed for. */
export const tokenBinding = declareSealedField('channels', 'access_token');

function keyOf(scope: CompanyScope, channelId: IdLike): string {
  return `${scope.id}:${channelId.toString()}`;
}

export function toDirectoryChannel(channel: Channel): DirectoryChannel {
  const { platform, provider, external_id, name, state, settings, events_from = new Date(0), quota } = channel;
  const scope = CompanyScope.of(channel.company_id);
  const account = { scope, platform, provider, external_id, name, state, settings, events_from };
  return { _id: channel._id.toHexString(), ...account, ...(quota && { quota }) };
}
