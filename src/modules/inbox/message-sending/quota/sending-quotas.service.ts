import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { AppError } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { channelKind, ChannelDirectory, type DirectoryChannel } from '../../channels/index.js';
import type { Message } from '../../message-log/index.js';
import { piecesOf } from '../message-pieces.js';
import type { SendResult } from '../message-sender.js';
import { SEND_LOCK_PREFIX } from '../send-lock.js';
import { ChannelQuota, type QuotaState } from './channel-quota.js';

const MAX_CHANNELS_IN_MEMORY = 10_000;
const MAX_RESERVATIONS_IN_MEMORY = 50_000;
const COUNT_INTERVAL_MS = 2_000;
/** Shorter pauses end before another process reads them. */
const LEAST_SHARED_PAUSE_MS = 5_000;

/**
 * Keeps the sends of each channel below the limits of its platform. Each process has its own buckets and an equal share
 * of a limit. While a channel sends a lot, the processes that hold send locks are counted.
 */
@Injectable()
export class SendingQuotas {
  private readonly logger = new Logger(SendingQuotas.name);
  private readonly quotas = new LRUCache<string, ChannelQuota>({ max: MAX_CHANNELS_IN_MEMORY });
  /** Send times by message id, so that a waiting message takes its tokens once. */
  private readonly reservations = new LRUCache<string, number>({ max: MAX_RESERVATIONS_IN_MEMORY });
  private processes = 1;
  private countedAt = 0;

  constructor(
    private readonly locks: KeyedLocks,
    private readonly channels: ChannelDirectory,
  ) {}

  /**
   * Returns the time from which the message may be sent; if too many wait, the time to ask again. A message takes its
   * tokens once.
   */
  async allowedAt(scope: CompanyScope, message: Message): Promise<Date> {
    const channel = await this.channelOf(scope, message);
    const quota = channel && this.quotaOf(channel);
    if (!quota) return new Date(0);
    const now = Date.now();
    const id = message._id.toHexString();
    const known = this.reservations.get(id);
    if (known !== undefined) {
      if (known <= now) this.reservations.delete(id);
      return new Date(known);
    }
    const texts = piecesOf(message).filter(({ kind }) => kind === 'text').length;
    const cost = { texts, files: message.attachments.length, pair: message.conversation_id.toHexString() };
    const { at, isTaken } = quota.reserve(now, cost, this.processes);
    if (isTaken && at > now) this.reservations.set(id, at);
    if (quota.isBusy(now)) this.countProcesses(now);
    return new Date(at);
  }

  /** Updates the quota by an answer of the provider. */
  async note(scope: CompanyScope, message: Message, result: SendResult): Promise<void> {
    const channel = await this.channelOf(scope, message);
    const quota = channel && this.quotaOf(channel);
    if (!quota) return;
    const now = Date.now();
    if (result.usage) quota.noteUsage(now, result.usage);
    if (result.outcome === 'sent') quota.noteSent(now);
    else if (result.code === 'SENDING_LIMITED') quota.noteLimited(now, result.retryAfterMs ?? 0);
    if (result.outcome !== 'sent' || result.usage) this.share(channel, quota.state(now));
  }

  /** Undefined if the channel cannot send. */
  private async channelOf(scope: CompanyScope, { channel_id }: Message): Promise<DirectoryChannel | undefined> {
    if (!channel_id) return undefined;
    try {
      return (await this.channels.credentials(scope, channel_id)).channel;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) return undefined;
      throw error;
    }
  }

  /** Undefined for a kind of channel without limits. */
  private quotaOf(channel: DirectoryChannel): ChannelQuota | undefined {
    const rates = channelKind(channel)?.sendRates?.(channel.settings);
    if (!rates) return undefined;
    // Other settings may mean other limits.
    const key = `${channel._id}:${rates.textsPerSecond}`;
    const quota = this.quotas.get(key) ?? new ChannelQuota(rates);
    this.quotas.set(key, quota);
    if (channel.quota?.limited_until) quota.pauseUntil(channel.quota.limited_until.getTime());
    return quota;
  }

  /** Not awaited: only screens and other processes read it. */
  private share(channel: DirectoryChannel, state: QuotaState): void {
    const isShort = (state.limited_until?.getTime() ?? 0) < Date.now() + LEAST_SHARED_PAUSE_MS;
    const noted = this.channels.noteQuota(channel, { ...state, limited_until: isShort ? null : state.limited_until });
    noted.catch((error: unknown) => this.logger.warn(`the quota of ${channel._id} was not noted: ${String(error)}`));
  }

  private countProcesses(now: number): void {
    if (now - this.countedAt < COUNT_INTERVAL_MS) return;
    this.countedAt = now;
    this.locks.countHolders(SEND_LOCK_PREFIX).then(
      (count) => (this.processes = Math.max(1, count)),
      (error: unknown) => this.logger.warn(`the sending processes were not counted: ${String(error)}`),
    );
  }
}
