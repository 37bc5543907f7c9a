import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { SecretBox } from '../../../core/security/index.js';
import {
  assertVersion,
  type CompanyScope,
  type IdLike,
  type Page,
  type PageRequest,
  versionMismatch,
  versionOf,
} from '../../../core/tenancy/index.js';
import type { TestOptions, TestOutcome } from './account-connector.js';
import { AccountConnectors } from './account-connectors.js';
import { foundFields, healthAfter, healthFields, isProven, provenFields, tokenAfter } from './channel-claim.js';
import { ChannelDirectory, tokenBinding } from './channel-directory.js';
import { kindsConnectedByToken } from './channel-kinds.js';
import { type ChannelView, toChannelView } from './channel-view.js';
import {
  channelChanged,
  channelTaken,
  platformUnsupported,
  providerUnavailable,
  tokenNotProven,
} from './channels.errors.js';
import { type ChannelFilter, ChannelsRepository } from './channels.repository.js';
import type { ConnectChannelDto, UpdateChannelDto } from './dto/channel.dto.js';
import { type Channel, UNKNOWN_HEALTH } from './schemas/channel.schema.js';
import { type TokenFindings, UNKNOWN_TOKEN } from './tokens/channel-token.js';

type ConnectInput = Omit<ConnectChannelDto, 'pin'> & Pick<Channel, 'provider'>;

export interface ConnectOptions extends TestOptions {
  /** Facts that the provider gave with the token. */
  readonly issued?: Partial<TokenFindings>;
}

@Injectable()
export class ChannelsService {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly connectors: AccountConnectors,
    private readonly secrets: SecretBox,
    private readonly locks: KeyedLocks,
  ) {}

  async list(scope: CompanyScope, filter: ChannelFilter, request: PageRequest): Promise<Page<ChannelView>> {
    const { items, nextCursor } = await this.channels.list(scope, filter, request);
    return { items: items.map(toChannelView), nextCursor };
  }

  async get(scope: CompanyScope, id: IdLike): Promise<ChannelView> {
    return toChannelView(await this.channels.getById(scope, id));
  }

  /**
   * Tests the token and stores the account: `live` if it is proven that the token may act for it, else `unverified`. An
   * account that this company had before goes on under its old id.
   * @param provider by default the one whose accounts of the platform are connected by a pasted token
   * @throws AppError PLATFORM_UNSUPPORTED | CHANNEL_TAKEN, the latter while any company has it proven
   */
  async connect(
    scope: CompanyScope,
    { pin, ...input }: ConnectChannelDto,
    provider = providerByToken(input.platform),
    options: ConnectOptions = { pin },
  ): Promise<ChannelView> {
    const { platform, external_id, settings = {}, access_token } = input;
    const outcome = await this.connectors
      .get({ platform, provider })
      .test({ platform, external_id, settings }, access_token, options);
    withIssued(outcome, options.issued);
    const channel = await this.claim(scope, { ...input, provider, settings }, outcome);
    this.directory.announce(channel);
    if (outcome.isProven) this.directory.announceProof(channel);
    return toChannelView(channel);
  }

  /**
   * Connects an account, or gives its connected channel the new token. The channel keeps its history.
   * @throws AppError like `connect`, and like `update` for a connected channel
   */
  async connectOrRenew(
    scope: CompanyScope,
    input: ConnectChannelDto,
    provider: string,
    options: ConnectOptions,
  ): Promise<ChannelView> {
    const own = await this.channels.findOwn(scope, input);
    if (!own?.live) return this.connect(scope, input, provider, options);
    return this.renewToken(scope, own, input.access_token, {}, undefined, options);
  }

  /**
   * Stores a new token only if it is proven.
   * @throws AppError NOT_FOUND | TOKEN_NOT_PROVEN | META_UNAVAILABLE | CHANNEL_TAKEN | CHANNEL_CHANGED |
   *   VERSION_MISMATCH
   */
  async update(
    scope: CompanyScope,
    id: IdLike,
    { access_token, pin, ...fields }: UpdateChannelDto,
    version?: number,
  ): Promise<ChannelView> {
    const current = await this.getLive(scope, id);
    assertVersion('Channel', current, version);
    if (access_token !== undefined) return this.renewToken(scope, current, access_token, fields, version, { pin });
    const channel = await this.channels.edit(scope, { _id: current._id }, fields, version);
    if (!channel) throw versionMismatch('Channel', versionOf(await this.getLive(scope, id)));
    this.directory.announce(channel);
    return toChannelView(channel);
  }

  async hasReceived(
    scope: CompanyScope,
    account: Pick<Channel, 'platform' | 'external_id'>,
    since: Date,
  ): Promise<boolean> {
    const last = (await this.channels.findOwn(scope, account))?.health.last_in_at;
    return Boolean(last && last >= since);
  }

  async disconnect(scope: CompanyScope, id: IdLike): Promise<void> {
    const { _id, subscribed_node } = await this.channels.getById(scope, id);
    // One at a time for each node, because the last channel of a shared subscription ends it.
    await this.locks.withLock(`subscription:${subscribed_node ?? _id.toHexString()}`, async () => {
      const current = await this.channels.getById(scope, id);
      if (isProven(current)) await this.endEvents(current);
      const channel = await this.channels.disconnect(scope, id);
      if (channel) this.directory.announce(channel);
    });
  }

  /** @returns how many channels were disconnected */
  async disconnectAll(scope: CompanyScope, provider: string, platforms: readonly string[]): Promise<number> {
    const connected = (await this.channels.findLive(scope)).filter(
      (channel) => channel.provider === provider && platforms.includes(channel.platform),
    );
    for (const { _id } of connected) await this.disconnect(scope, _id);
    return connected.length;
  }

  /** Call it while the company still holds the account: afterwards another company may have connected it. */
  private async endEvents(channel: Channel): Promise<void> {
    const { access_token, subscribed_node } = channel;
    const connector = this.connectors.find(channel);
    if (!connector || !access_token) return;
    if (subscribed_node && (await this.channels.isNodeShared(channel))) return;
    await connector.disconnect(channel, this.secrets.open(access_token, tokenBinding(channel)));
  }

  private async claim(scope: CompanyScope, input: ConnectInput, outcome: TestOutcome): Promise<Channel> {
    const previous = await this.channels.findOwn(scope, input);
    // The sealed token is bound to the id.
    const { _id, company_id } = previous ?? { _id: new Types.ObjectId(), company_id: scope.companyId };
    const now = new Date();
    const { last_in_at = null, last_out_at = null } = previous?.health ?? {};
    const fields = {
      ...input,
      ...foundFields(outcome),
      ...(outcome.isProven ? provenFields(now) : { state: 'unverified' as const }),
      access_token: this.secrets.seal(input.access_token, tokenBinding({ _id, company_id })),
      token: tokenAfter({ ...UNKNOWN_TOKEN, stored_at: now }, outcome, now),
      health: { ...UNKNOWN_HEALTH, last_in_at, last_out_at, ...healthAfter(outcome, now) },
    };
    if (!previous) return this.create(scope, { name: input.external_id, ...fields, _id }, input, outcome);
    const channel = await this.channels.replaceClaim(scope, _id, fields);
    if (!channel) throw channelTaken();
    return channel;
  }

  private async create(
    scope: CompanyScope,
    fields: Partial<Channel>,
    input: ConnectInput,
    outcome: TestOutcome,
  ): Promise<Channel> {
    try {
      return await this.channels.create(scope, fields);
    } catch (error) {
      // Another request of this company was faster; replace its claim.
      if (!(await this.channels.findOwn(scope, input))) throw error;
      return this.claim(scope, input, outcome);
    }
  }

  private async getLive(scope: CompanyScope, id: IdLike): Promise<Channel> {
    const channel = await this.channels.getById(scope, id);
    if (!channel.live) throw AppError.notFound('Channel');
    return channel;
  }

  private async renewToken(
    scope: CompanyScope,
    current: Channel,
    token: string,
    fields: Omit<UpdateChannelDto, 'access_token' | 'pin'>,
    version: number | undefined,
    options: ConnectOptions,
  ): Promise<ChannelView> {
    const connector = this.connectors.get(current);
    const tested = { ...current, settings: fields.settings ?? current.settings };
    const outcome = await connector.test(tested, token, options);
    withIssued(outcome, options.issued);
    if (!outcome.isProven) throw refusal(connector.providerName, outcome);
    const now = new Date();
    const { _id, state, access_token } = current;
    const change = {
      ...fields,
      ...foundFields(outcome),
      ...(isProven(current) ? { state: 'live' } : provenFields(now)),
      ...healthFields(outcome, now),
      'health.send_error': null,
      'health.account_event': null,
      access_token: this.secrets.seal(token, tokenBinding(current)),
      token: tokenAfter({ ...UNKNOWN_TOKEN, stored_at: now }, outcome, now),
    };
    const channel = await this.channels.edit(scope, { _id, state, access_token }, change, version);
    if (!channel) throw channelChanged();
    this.directory.announce(channel);
    if (!isProven(current)) this.directory.announceProof(channel);
    return toChannelView(channel);
  }
}

/** The facts of the test replace those of the provider. */
function withIssued({ findings }: TestOutcome, issued: Partial<TokenFindings> | undefined): void {
  if (issued) findings.token = { ...issued, ...findings.token };
}

/** @throws AppError PLATFORM_UNSUPPORTED */
function providerByToken(platform: string): string {
  const kind = kindsConnectedByToken().find((each) => each.platform === platform);
  if (!kind) throw platformUnsupported(platform);
  return kind.provider;
}

function refusal(providerName: string, { isRefused, error }: TestOutcome): AppError {
  const reason = error?.message ?? '';
  return isRefused ? tokenNotProven(reason) : providerUnavailable(providerName, reason);
}
