import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import type { Platform } from '../../customers/contacts/index.js';
import { refuseDuplicate } from '../../../core/errors/index.js';
import {
  atVersion,
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  TenantRepository,
  toObjectId,
} from '../../../core/tenancy/index.js';
import { channelTaken } from './channels.errors.js';
import type { ChannelError } from './schemas/channel-error.js';
import {
  type AccountEvent,
  Channel,
  type ChannelQuotaState,
  type ChannelState,
  PROVEN_STATES,
} from './schemas/channel.schema.js';

const BY_AGE = { field: '_id', direction: 1 } as const;
const MAX_LIVE_CHANNELS = 500;
const ROUTE = 'route inbound event to its channel';
const IS_PROVEN = { state: { $in: [...PROVEN_STATES] } };
const IS_FREE: { state: { $in: ChannelState[] } } = { state: { $in: ['unverified', 'disconnected'] } };

export type TrafficTime = 'last_in_at' | 'last_out_at' | 'standby_at';

export interface ChannelFilter {
  platform?: Platform;
  state?: ChannelState;
}

export type ChannelAccount = Pick<Channel, 'platform' | 'external_id'>;

@Injectable()
export class ChannelsRepository extends TenantRepository<Channel> {
  constructor(@InjectModel(Channel.name) model: Model<Channel>) {
    super(model, 'Channel');
  }

  /** Leaves out disconnected channels unless the filter names that state. */
  list(scope: CompanyScope, { platform, state }: ChannelFilter, request: PageRequest): Promise<Page<Channel>> {
    const byState = state ? { state } : { live: true };
    return this.page(scope, { ...byState, ...(platform && { platform }) }, BY_AGE, request);
  }

  /** Also unverified channels. */
  findLive(scope: CompanyScope, platform?: Platform): Promise<Channel[]> {
    return this.find(
      scope,
      { live: true, ...(platform && { platform }) },
      { sort: { _id: 1 }, limit: MAX_LIVE_CHANNELS },
    );
  }

  async findHolder(platform: Platform, externalId: string): Promise<Channel | undefined> {
    const filter = { platform, external_id: externalId, ...IS_PROVEN };
    const [channel] = await this.findAcrossCompanies(ROUTE, filter, { limit: 1 });
    return channel;
  }

  async findLastHolder({ platform, external_id }: ChannelAccount): Promise<Channel | undefined> {
    const filter = { platform, external_id, released_at: { $ne: null } };
    const [channel] = await this.findAcrossCompanies(ROUTE, filter, { limit: 1, sort: { released_at: -1 } });
    return channel;
  }

  findOwn(scope: CompanyScope, { platform, external_id }: ChannelAccount): Promise<Channel | null> {
    return this.findOne(scope, { platform, external_id });
  }

  /** @throws AppError CHANNEL_TAKEN where another proven channel has the account, or the company has a document of it */
  override create(scope: CompanyScope, fields: Partial<Channel>): Promise<Channel> {
    return refuseDuplicate(super.create(scope, fields), channelTaken);
  }

  /** Null unless the channel is disconnected or unverified. @throws AppError CHANNEL_TAKEN */
  replaceClaim(scope: CompanyScope, id: IdLike, fields: Partial<Channel>): Promise<Channel | null> {
    const update = { $set: { ...fields, live: true }, $inc: { revision: 1 } };
    return refuseDuplicate(this.updateOne(scope, { _id: toObjectId(id), ...IS_FREE }, update), channelTaken);
  }

  /** Null for a disconnected channel. @throws AppError CHANNEL_TAKEN */
  updateLive(scope: CompanyScope, id: IdLike, fields: Record<string, unknown>): Promise<Channel | null> {
    return refuseDuplicate(this.updateOne(scope, { _id: toObjectId(id), live: true }, { $set: fields }), channelTaken);
  }

  /** @param seen fields that must be unchanged @returns null otherwise @throws AppError CHANNEL_TAKEN */
  edit(
    scope: CompanyScope,
    seen: Pick<Channel, '_id'> & Partial<Channel>,
    fields: Record<string, unknown>,
    version: number | undefined,
  ): Promise<Channel | null> {
    const filter = { ...seen, live: true, ...atVersion(version) };
    return refuseDuplicate(this.updateOne(scope, filter, { $set: fields, $inc: { revision: 1 } }), channelTaken);
  }

  /** Null if the state or the token has changed since `read`. @throws AppError CHANNEL_TAKEN */
  updateUnchanged(scope: CompanyScope, read: Channel, fields: Record<string, unknown>): Promise<Channel | null> {
    const { _id, state, access_token } = read;
    return refuseDuplicate(this.updateOne(scope, { _id, state, access_token }, { $set: fields }), channelTaken);
  }

  /** Null if it was disconnected already. */
  async disconnect(scope: CompanyScope, id: IdLike): Promise<Channel | null> {
    const _id = toObjectId(id);
    const gone = { live: false, state: 'disconnected' as const };
    const $unset = { access_token: 1, token: 1, reopen_until: 1, subscribed_node: 1 } as const;
    const held = { $set: { ...gone, released_at: new Date() }, $unset };
    return (
      (await this.updateOne(scope, { _id, ...IS_PROVEN }, held)) ??
      (await this.updateOne(scope, { _id, live: true }, { $set: gone, $unset }))
    );
  }

  /** Null if the channel is not live (so the company knows already) or has another token now. */
  needsReconnect(
    scope: CompanyScope,
    id: IdLike,
    sealedToken: string,
    last_error: ChannelError,
  ): Promise<Channel | null> {
    const errors = { 'health.last_error': last_error, 'token.last_error': last_error };
    const state = 'needs_reconnect' as const;
    const update = { $set: { state, token_mail_due: state, ...errors } };
    return this.updateOne(scope, { _id: toObjectId(id), access_token: sealedToken, state: 'live' }, update);
  }

  /** Sorted by id. @param after the last id of the batch before */
  findLiveAcrossCompanies(after: Types.ObjectId | undefined, limit: number): Promise<Channel[]> {
    const filter = { state: 'live' as const, ...(after && { _id: { $gt: after } }) };
    return this.findAcrossCompanies('refresh tokens of channels', filter, { limit, sort: { _id: 1 } });
  }

  /** @returns null if the channel has another token now */
  replaceToken(scope: CompanyScope, read: Channel, fields: Record<string, unknown>): Promise<Channel | null> {
    const { _id, access_token } = read;
    return this.updateOne(scope, { _id, access_token, live: true }, { $set: fields });
  }

  owingMail(limit: number): Promise<Channel[]> {
    return this.findAcrossCompanies('mail troubles of channels', { token_mail_due: { $exists: true } }, { limit });
  }

  /** Keeps a mail that became due meanwhile. */
  async troubleMailed(scope: CompanyScope, { _id, token_mail_due }: Channel): Promise<void> {
    await this.updateOne(scope, { _id, token_mail_due }, { $unset: { token_mail_due: 1 } });
  }

  /** May be lost in a crash of the database. */
  async touch(scope: CompanyScope, id: IdLike, field: TrafficTime, at: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: toObjectId(id) }, { $max: { [`health.${field}`]: at } }, 'derived');
  }

  /** May be lost in a crash of the database. */
  async noteQuota(scope: CompanyScope, id: IdLike, quota: ChannelQuotaState): Promise<void> {
    await this.collection.updateOne(scope, { _id: toObjectId(id) }, { $set: { quota } }, 'derived');
  }

  /** @returns null if the channel has this error already */
  sendFailed(scope: CompanyScope, id: IdLike, error: ChannelError): Promise<Channel | null> {
    const filter = { _id: toObjectId(id), live: true, 'health.send_error.code': { $ne: error.code } };
    return this.updateOne(scope, filter, { $set: { 'health.send_error': error } });
  }

  /** @returns null if the channel had no error */
  sendSucceeded(scope: CompanyScope, id: IdLike): Promise<Channel | null> {
    const filter = { _id: toObjectId(id), 'health.send_error': { $type: 'object' } };
    return this.updateOne(scope, filter, { $set: { 'health.send_error': null } });
  }

  /** Finds the channels of an account, or of a node that several accounts share, such as a WhatsApp business account. */
  findByNode(platform: Platform, node: string): Promise<Channel[]> {
    const isOfNode = { $or: [{ external_id: node }, { subscribed_node: node }] };
    return this.findAcrossCompanies(ROUTE, { platform, ...IS_PROVEN, ...isOfNode }, { limit: MAX_LIVE_CHANNELS });
  }

  /**
   * An event that is taken back at its own time stays taken back.
   * @param event null: the provider took it back
   * @returns null for a disconnected channel, or if a later event is stored
   */
  noteAccountEvent(scope: CompanyScope, id: IdLike, event: AccountEvent | null, at: Date): Promise<Channel | null> {
    const isOld = { $not: event ? { $gte: at } : { $gt: at } };
    const filter = {
      _id: toObjectId(id),
      live: true,
      'health.account_event.at': isOld,
      'health.account_event_at': isOld,
    };
    const fields = { 'health.account_event': event, 'health.account_event_at': at };
    return this.updateOne(scope, filter, { $set: fields });
  }

  async isNodeShared({ _id, subscribed_node }: Channel): Promise<boolean> {
    const filter = { subscribed_node, _id: { $ne: _id }, ...IS_PROVEN };
    return (await this.findAcrossCompanies('keep a shared subscription', filter, { limit: 1 })).length > 0;
  }

  findBySubscribedNode(node: string): Promise<Channel[]> {
    return this.findAcrossCompanies(ROUTE, { subscribed_node: node, ...IS_PROVEN }, { limit: MAX_LIVE_CHANNELS });
  }

  findLiveOn(platforms: readonly Platform[], after: Types.ObjectId | undefined, limit: number): Promise<Channel[]> {
    const filter = { state: 'live' as const, platform: { $in: [...platforms] }, ...(after && { _id: { $gt: after } }) };
    return this.findAcrossCompanies('read message templates', filter, { limit, sort: { _id: 1 } });
  }

  findReopening(limit: number): Promise<Channel[]> {
    const filter = { reopen_until: { $exists: true } };
    return this.findAcrossCompanies('reopen unroutable events', filter, { limit, sort: { reopen_until: 1 } });
  }

  /** Changes nothing if a later reopening has begun. */
  async endReopening(scope: CompanyScope, { _id, reopen_until }: Channel): Promise<void> {
    await this.updateOne(scope, { _id, reopen_until }, { $unset: { reopen_until: 1 } });
  }
}
