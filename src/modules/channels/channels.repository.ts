import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import {
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  TenantRepository,
  toObjectId,
} from '../../core/tenancy/index.js';
import { Channel, type ChannelHealth, type ChannelPlatform, type ChannelState } from './schemas/channel.schema.js';

const BY_AGE = { field: '_id', direction: 1 } as const;
/** No company comes near it; it bounds the answer. */
const MAX_LIVE_CHANNELS = 500;

/** What a list of channels may be narrowed to. */
export interface ChannelFilter {
  platform?: ChannelPlatform;
  state?: ChannelState;
}

/** What webhooks name a channel by. */
export type ChannelAccount = Pick<Channel, 'platform' | 'external_id'>;

/** Stored channels of a company, and the one lookup that finds the company of an account. */
@Injectable()
export class ChannelsRepository extends TenantRepository<Channel> {
  constructor(@InjectModel(Channel.name) model: Model<Channel>) {
    super(model, 'Channel');
  }

  /** Disconnected channels show up only when asked for by state. */
  list(scope: CompanyScope, { platform, state }: ChannelFilter, request: PageRequest): Promise<Page<Channel>> {
    const byState = state ? { state } : { live: true };
    return this.page(scope, { ...byState, ...(platform && { platform }) }, BY_AGE, request);
  }

  findLive(scope: CompanyScope, platform?: ChannelPlatform): Promise<Channel[]> {
    return this.find(
      scope,
      { live: true, ...(platform && { platform }) },
      { sort: { _id: 1 }, limit: MAX_LIVE_CHANNELS },
    );
  }

  /** The live channel of an account, whichever company has it. */
  async findByAccount(platform: ChannelPlatform, externalId: string): Promise<Channel | undefined> {
    const filter = { platform, external_id: externalId, live: true };
    const [channel] = await this.findAcrossCompanies('route inbound event to its channel', filter, { limit: 1 });
    return channel;
  }

  /** When another company gave up the account last. */
  async freedAt(scope: CompanyScope, { platform, external_id }: ChannelAccount): Promise<Date | undefined> {
    const filter = { platform, external_id, live: false, company_id: { $ne: scope.companyId } };
    const options = { limit: 1, sort: { updated_at: -1 as const } };
    const [channel] = await this.findAcrossCompanies('route inbound event to its channel', filter, options);
    return channel?.updated_at;
  }

  /** The company's own channel of an account it gave up earlier. */
  findDisconnected(scope: CompanyScope, account: ChannelAccount): Promise<Channel | null> {
    return this.findOne(scope, { ...account, live: false });
  }

  /** Brings a disconnected channel back, so that its conversations go on; null when somebody was faster. */
  revive(scope: CompanyScope, id: IdLike, fields: Partial<Channel>): Promise<Channel | null> {
    const update = { $set: { ...fields, live: true, state: 'live' as const } };
    return this.updateOne(scope, { _id: toObjectId(id), live: false }, update);
  }

  /** `fields` may name members by dotted paths. Null when it is not live any more. */
  updateLive(scope: CompanyScope, id: IdLike, fields: Record<string, unknown>): Promise<Channel | null> {
    return this.updateOne(scope, { _id: toObjectId(id), live: true }, { $set: fields });
  }

  /** Frees the account for any company; the token goes, the history stays. Null when it was not live. */
  disconnect(scope: CompanyScope, id: IdLike): Promise<Channel | null> {
    return this.updateOne(
      scope,
      { _id: toObjectId(id), live: true },
      { $set: { live: false, state: 'disconnected' }, $unset: { access_token: 1 } },
    );
  }

  /** Changes single health fields; with a state also the state, but only of a channel that is still live. */
  updateHealth(
    scope: CompanyScope,
    id: IdLike,
    health: Partial<ChannelHealth>,
    state?: ChannelState,
  ): Promise<Channel | null> {
    const fields = Object.fromEntries(Object.entries(health).map(([name, value]) => [`health.${name}`, value]));
    return this.updateOne(scope, { _id: toObjectId(id), live: true }, { $set: { ...fields, ...(state && { state }) } });
  }

  /** Notes traffic; never moves a time back, and may be lost in a crash of the database. */
  async touch(scope: CompanyScope, id: IdLike, field: 'last_in_at' | 'last_out_at', at: Date): Promise<void> {
    await this.collection.updateOne(scope, { _id: toObjectId(id) }, { $max: { [`health.${field}`]: at } }, 'derived');
  }
}
