import { LRUCache } from 'lru-cache';
import type { SendRates } from '../../channels/index.js';
import type { SendUsage } from '../message-sender.js';
import { type Rate, RateBucket } from './rate-bucket.js';
import { limitPauseMs } from './limit-pause.js';

const MAX_PAIRS_IN_MEMORY = 10_000;
const MS_PER_SECOND = 1_000;
/** Above this usage a channel sends slowly, so that the quota lasts for the hour. */
const SLOW_FROM_PERCENT = 90;
const SLOW_PER_SECOND = 10;
const LEAST_PER_SECOND = 0.2;
/** Older reports of the usage are ignored. */
const USAGE_TTL_MS = 300_000;
/** Tokens are given away for this time ahead. A longer queue would stay slow after the usage has fallen. */
const MAX_BACKLOG_MS = 60_000;

/** The tokens that one message needs. */
export interface MessageCost {
  readonly texts: number;
  readonly files: number;
  /** The conversation. Some platforms also limit the messages to one person. */
  readonly pair: string;
}

export interface Reservation {
  /** When the message may be sent, in milliseconds. Without tokens: when to ask again. */
  readonly at: number;
  readonly isTaken: boolean;
}

/** Null without a report of the provider. */
export interface QuotaState {
  readonly usage_percent: number | null;
  readonly limited_until: Date | null;
}

/** Limits the sends of one channel, by the documented limits and the provider's answers. Times are in milliseconds. */
export class ChannelQuota {
  private readonly texts = new RateBucket();
  private readonly files = new RateBucket();
  private readonly pairs = new LRUCache<string, RateBucket>({ max: MAX_PAIRS_IN_MEMORY });
  private usage: { percent: number; at: number } | undefined;
  private pausedUntil = 0;
  /** Number of pauses in a row. */
  private pauses = 0;

  constructor(private readonly rates: SendRates) {}

  /**
   * Takes the tokens of a message, unless too many messages wait already.
   * @param processes the number of processes that share the limits
   */
  reserve(now: number, { texts, files, pair }: MessageCost, processes: number): Reservation {
    const from = Math.max(now, this.pausedUntil);
    const needed = [...(texts > 0 ? [this.texts] : []), ...(files > 0 ? [this.files] : [])];
    if (needed.some((bucket) => bucket.backlogMs(from) > MAX_BACKLOG_MS)) {
      return { at: from + MAX_BACKLOG_MS, isTaken: false };
    }
    const ofChannel = Math.max(
      this.texts.take(from, texts, this.rateNow(now, this.rates.textsPerSecond / processes)),
      this.files.take(from, files, this.rateNow(now, this.rates.filesPerSecond / processes)),
    );
    return { at: Math.max(ofChannel, this.takeOfPair(from, texts + files, pair)), isTaken: true };
  }

  /** Whether the channel uses so much that the number of sending processes matters. */
  isBusy(now: number): boolean {
    const { textsPerSecond, filesPerSecond } = this.rates;
    const isUsed = (bucket: RateBucket, perSecond: number): boolean =>
      bucket.isHalfUsed(now, { perSecond, burst: perSecond });
    return isUsed(this.texts, textsPerSecond) || isUsed(this.files, filesPerSecond);
  }

  noteUsage(now: number, { percent, regainMs }: SendUsage): void {
    this.usage = { percent, at: now };
    if (regainMs > 0) this.pauseUntil(now + regainMs);
  }

  noteSent(now: number): void {
    if (now >= this.pausedUntil) this.pauses = 0;
  }

  /** Call it when the provider limits the whole channel. Calls that fail during a pause count once. */
  noteLimited(now: number, retryAfterMs: number): void {
    if (now < this.pausedUntil) return;
    this.pauseUntil(now + Math.max(retryAfterMs, limitPauseMs(this.pauses)));
    this.pauses += 1;
  }

  pauseUntil(until: number): void {
    this.pausedUntil = Math.max(this.pausedUntil, until);
  }

  state(now: number): QuotaState {
    return {
      usage_percent: this.usageNow(now) ?? null,
      limited_until: this.pausedUntil > now ? new Date(this.pausedUntil) : null,
    };
  }

  private rateNow(now: number, perSecond: number): Rate {
    const percent = this.usageNow(now) ?? 0;
    if (percent <= SLOW_FROM_PERCENT) return { perSecond, burst: Math.max(1, perSecond) };
    const left = (100 - percent) / (100 - SLOW_FROM_PERCENT);
    return { perSecond: Math.max(LEAST_PER_SECOND, Math.min(perSecond, SLOW_PER_SECOND) * left), burst: 1 };
  }

  private usageNow(now: number): number | undefined {
    return this.usage && now - this.usage.at < USAGE_TTL_MS ? this.usage.percent : undefined;
  }

  private takeOfPair(from: number, count: number, pair: string): number {
    const limit = this.rates.pair;
    if (!limit) return from;
    const bucket = this.pairs.get(pair) ?? new RateBucket();
    this.pairs.set(pair, bucket);
    return bucket.take(from, count, { perSecond: MS_PER_SECOND / limit.everyMs, burst: limit.burst });
  }
}
