import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError, isDuplicateKey } from '../../core/errors/index.js';
import { SecretBox } from '../../core/security/index.js';
import type { CompanyScope, IdLike, Page, PageRequest } from '../../core/tenancy/index.js';
import { ChannelDirectory, tokenBinding } from './channel-directory.js';
import { type ChannelView, toChannelView } from './channel-view.js';
import { channelTaken } from './channels.errors.js';
import { type ChannelFilter, ChannelsRepository } from './channels.repository.js';
import type { ConnectChannelDto, UpdateChannelDto } from './dto/channel.dto.js';
import { type Channel, type ChannelPlatform, UNKNOWN_HEALTH } from './schemas/channel.schema.js';

/** Connecting, changing and giving up the accounts of a company. */
@Injectable()
export class ChannelsService {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly secrets: SecretBox,
  ) {}

  async list(scope: CompanyScope, filter: ChannelFilter, request: PageRequest): Promise<Page<ChannelView>> {
    const { items, nextCursor } = await this.channels.list(scope, filter, request);
    return { items: items.map(toChannelView), nextCursor };
  }

  async get(scope: CompanyScope, id: IdLike): Promise<ChannelView> {
    return toChannelView(await this.channels.getById(scope, id));
  }

  /**
   * Connects an account; one that this company had before goes on under its old id. One that another company gave up a
   * moment ago takes some seconds.
   * @throws AppError CHANNEL_TAKEN while any company has it live
   */
  async connect(scope: CompanyScope, input: ConnectChannelDto): Promise<ChannelView> {
    const { platform, external_id } = input;
    await this.directory.forgotten(scope, { platform, external_id });
    try {
      const previous = await this.channels.findDisconnected(scope, { platform, external_id });
      const channel = previous ? await this.revive(scope, previous, input) : await this.create(scope, input);
      this.directory.announce(channel);
      return toChannelView(channel);
    } catch (error) {
      if (isDuplicateKey(error)) throw channelTaken();
      throw error;
    }
  }

  /** @throws AppError NOT_FOUND, also for a disconnected channel: that one is connected anew */
  async update(scope: CompanyScope, id: IdLike, input: UpdateChannelDto): Promise<ChannelView> {
    const current = await this.channels.getById(scope, id);
    const token = input.access_token;
    const reconnect = token === undefined ? {} : this.withToken(current, token);
    const channel = await this.channels.updateLive(scope, id, { ...input, ...reconnect });
    if (!channel) throw AppError.notFound('Channel');
    this.directory.announce(channel);
    return toChannelView(channel);
  }

  /** Frees the account; asking twice does no harm. */
  async disconnect(scope: CompanyScope, id: IdLike): Promise<void> {
    await this.channels.getById(scope, id);
    const channel = await this.channels.disconnect(scope, id);
    if (channel) this.directory.announce(channel);
  }

  /** Gives up every live channel of the platforms; answers how many. */
  async disconnectAll(scope: CompanyScope, platforms: readonly ChannelPlatform[]): Promise<number> {
    const live = await this.channels.findLive(scope);
    const ended = await Promise.all(
      live
        .filter(({ platform }) => platforms.includes(platform))
        .map(({ _id }) => this.channels.disconnect(scope, _id)),
    );
    const channels = ended.filter((channel) => channel !== null);
    for (const channel of channels) this.directory.announce(channel);
    return channels.length;
  }

  private create(scope: CompanyScope, input: ConnectChannelDto): Promise<Channel> {
    // The id is made here because the sealed token is bound to it.
    const identity = { _id: new Types.ObjectId(), company_id: scope.companyId };
    return this.channels.create(scope, {
      name: input.external_id,
      ...input,
      _id: identity._id,
      ...this.sealed(identity, input),
    });
  }

  private async revive(scope: CompanyScope, previous: Channel, input: ConnectChannelDto): Promise<Channel> {
    const { last_in_at, last_out_at } = previous.health;
    const health = { ...UNKNOWN_HEALTH, last_in_at, last_out_at };
    const fields = { ...input, ...this.sealed(previous, input), health };
    const channel = await this.channels.revive(scope, previous._id, fields);
    if (!channel) throw channelTaken();
    return channel;
  }

  /** Single fields of the health, since traffic is noted there at the same time. */
  private withToken(channel: Channel, access_token: string): Record<string, unknown> {
    const health = { 'health.last_error': null, 'health.token_expires_at': null };
    return { ...this.sealed(channel, { access_token }), state: 'live', ...health };
  }

  private sealed(
    channel: Pick<Channel, '_id' | 'company_id'>,
    { access_token }: { access_token?: string },
  ): Pick<Channel, 'access_token'> {
    return access_token === undefined ? {} : { access_token: this.secrets.seal(access_token, tokenBinding(channel)) };
  }
}
