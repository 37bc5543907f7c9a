import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { Jobs } from '../../../../core/jobs/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import { CompanyScope, type IdLike } from '../../../../core/tenancy/index.js';
import type { TokenCheck } from '../account-connector.js';
import { AccountConnectors } from '../account-connectors.js';
import { isProven, refusedFields } from '../channel-claim.js';
import { ChannelDirectory, tokenBinding } from '../channel-directory.js';
import { type ChannelView, isSameToCompany, toChannelView } from '../channel-view.js';
import { channelChanged, channelHasNoToken } from '../channels.errors.js';
import { CheckChannel } from '../channels.jobs.js';
import { ChannelsRepository } from '../channels.repository.js';
import { isPassing } from '../health/next-step.js';
import type { Channel } from '../schemas/channel.schema.js';
import { ChannelSelfTest } from '../self-test/channel-self-test.js';
import { type ChannelToken, isWarningDue, tokenOf, warningDays } from './channel-token.js';

const BATCH = 100;
/** Channels checked at the same time. */
const CONCURRENCY = 10;
/** A run skips channels that were checked in this time. */
const RECENT_MS = 5 * 60_000;
/** A check is rare, so its lock is released at once. */
const NO_LINGER_MS = 0;
/** The pause after a check without an answer of the provider. */
const CHECK_AGAIN_AFTER_MS = 10 * 60_000;

/** Checks the tokens and subscriptions of channels. Renews tokens if possible, and repairs subscriptions. */
@Injectable()
export class TokenRefreshService {
  private readonly logger = new Logger(TokenRefreshService.name);

  constructor(
    private readonly channels: ChannelsRepository,
    private readonly directory: ChannelDirectory,
    private readonly connectors: AccountConnectors,
    private readonly secrets: SecretBox,
    private readonly locks: KeyedLocks,
    private readonly selfTest: ChannelSelfTest,
    private readonly jobs: Jobs,
  ) {}

  /** Checks all live channels of all companies. A failure of one channel does not stop the run. */
  async refreshAll(signal?: AbortSignal): Promise<void> {
    let after: Types.ObjectId | undefined;
    do {
      const batch = await this.channels.findLiveAcrossCompanies(after, BATCH);
      for (let start = 0; start < batch.length && !signal?.aborted; start += CONCURRENCY) {
        await Promise.all(batch.slice(start, start + CONCURRENCY).map((channel) => this.checkLive(channel)));
      }
      after = batch.length === BATCH ? batch.at(-1)?._id : undefined;
    } while (after && !signal?.aborted);
  }

  /**
   * Checks the token of one channel now, and renews it if the provider allows that.
   * @returns the channel; `token.last_error` says what failed
   * @throws AppError NOT_FOUND | CHANNEL_HAS_NO_TOKEN | PLATFORM_UNSUPPORTED | CHANNEL_CHANGED
   */
  refresh(scope: CompanyScope, id: IdLike): Promise<ChannelView> {
    return this.withLock(id, async () => {
      const channel = await this.channels.getById(scope, id);
      const stored = await this.check(scope, channel, true);
      if (!stored) throw channelChanged();
      return toChannelView(stored);
    });
  }

  /** Does nothing if the channel is not live or was checked recently. Never throws. */
  async checkLive({ _id, company_id }: Pick<Channel, '_id' | 'company_id'>): Promise<void> {
    const scope = CompanyScope.of(company_id);
    try {
      await this.withLock(_id, async () => {
        // Read under the lock: another process may have checked it meanwhile.
        const channel = await this.channels.getById(scope, _id);
        const { checked_at } = tokenOf(channel);
        const isRecent = checked_at !== null && Date.now() - checked_at.getTime() < RECENT_MS;
        if (channel.state === 'live' && !isRecent) await this.checkAll(scope, channel);
      });
    } catch (error) {
      this.logger.warn(`channel ${_id.toHexString()} could not be checked: ${String(error)}`);
    }
  }

  private async checkAll(scope: CompanyScope, channel: Channel): Promise<void> {
    const { _id } = channel;
    const checked = await this.check(scope, channel, false);
    if (checked?.state !== 'live') return;
    const error = tokenOf(checked).last_error ?? (await this.selfTest.run(scope, _id)).channel.health.last_error;
    if (!error || !isPassing(error)) return;
    const [companyId, channelId] = [scope.id, _id.toHexString()];
    await this.jobs.enqueue(
      CheckChannel,
      { companyId, channelId },
      { key: `${channelId}:again`, delayMs: CHECK_AGAIN_AFTER_MS },
    );
  }

  /** Checks a channel in one process at a time, so that its token is renewed once. */
  private withLock<T>(id: IdLike, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(`channel-token:${id.toString()}`, work, undefined, NO_LINGER_MS);
  }

  /** @returns undefined if the token or the state of the channel has changed meanwhile */
  private async check(scope: CompanyScope, channel: Channel, isWanted: boolean): Promise<Channel | undefined> {
    if (!channel.live || channel.access_token === undefined) throw channelHasNoToken();
    const token = this.secrets.open(channel.access_token, tokenBinding(channel));
    const known = tokenOf(channel);
    const outcome = await this.connectors.get(channel).checkToken(token, known, isWanted);
    const now = new Date();
    const after = tokenAfterCheck(known, outcome, now);
    const fields = {
      token: after,
      ...(isWarningDue(known, after) && { token_mail_due: 'expiring' }),
      ...stateFields(channel, outcome, now),
    };
    const stored = outcome.newToken
      ? await this.replaceToken(scope, channel, outcome.newToken, fields)
      : await this.channels.updateUnchanged(scope, channel, fields);
    if (!stored) return undefined;
    if (!isSameToCompany(channel, stored)) this.directory.announce(stored);
    return stored;
  }

  /** Running calls with the old token succeed, because it stays valid at the provider. */
  private replaceToken(
    scope: CompanyScope,
    channel: Channel,
    newToken: string,
    fields: Record<string, unknown>,
  ): Promise<Channel | null> {
    const access_token = this.secrets.seal(newToken, tokenBinding(channel));
    return this.channels.replaceToken(scope, channel, { ...fields, access_token });
  }
}

function tokenAfterCheck(known: ChannelToken, outcome: TokenCheck, now: Date): ChannelToken {
  const { findings, newToken, error } = outcome;
  const after = {
    ...known,
    ...findings,
    ...(newToken && { stored_at: now }),
    checked_at: now,
    last_error: error ? { ...error, at: now } : null,
  };
  return { ...after, warned_days: warningDays(after, now) };
}

/** A refused channel becomes live again if its token works. */
function stateFields(channel: Channel, outcome: TokenCheck, now: Date): Record<string, unknown> {
  const { isRefused, newToken, error } = outcome;
  if (!isProven(channel)) return {};
  if (isRefused) return { ...refusedFields(channel), 'health.last_error': error ? { ...error, at: now } : null };
  const isMended = channel.state === 'needs_reconnect' && !error;
  // During the renewal, a call with the old token may have been refused.
  return newToken || isMended ? { state: 'live', 'health.last_error': null } : {};
}
