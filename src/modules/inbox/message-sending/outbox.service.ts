import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { EventBus } from '../../../core/events/index.js';
import { type LockLease, KeyedLocks } from '../../../core/locks/index.js';
import { Metrics } from '../../../core/metrics/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { type Message, MessagesRepository } from '../message-log/index.js';
import { CHANNEL_DISCONNECTED } from './send-failures.js';
import { waitBehind } from './outbox-state.js';
import { MessageSenders } from './message-senders.js';
import { OutboxAttempt } from './outbox-attempt.js';
import { OutboxRepository } from './outbox.repository.js';
import { sendLockOf } from './send-lock.js';
import { SweepLimits } from './sweep-limits.js';

const SWEEP_INTERVAL_MS = 1_000;
const SWEEP_BATCH = 200;
const MAX_CONVERSATIONS_IN_MEMORY = 20_000;

/** Everything up to `seq` is settled, as known under one lease. */
interface SettledPosition {
  readonly fence: number;
  readonly seq: number;
}

/**
 * Sends the messages of each conversation one at a time, in order. A message keeps its attempts until it is sent,
 * failed or given up (docs/adr/0006).
 */
@Injectable()
export class OutboxService implements OnModuleInit {
  private readonly logger = new Logger(OutboxService.name);
  private readonly share = new SweepLimits();
  private readonly settledPositions = new LRUCache<string, SettledPosition>({ max: MAX_CONVERSATIONS_IN_MEMORY });

  constructor(
    private readonly messages: MessagesRepository,
    private readonly outbox: OutboxRepository,
    private readonly attempts: OutboxAttempt,
    private readonly senders: MessageSenders,
    private readonly locks: KeyedLocks,
    private readonly metrics: Metrics,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.metrics.addOutboxAge(async () => {
      const oldest = await this.outbox.oldestUnsettled();
      return oldest ? (Date.now() - oldest.created_at.getTime()) / 1000 : 0;
    });
    this.bus.on('channel.health_changed', async ({ companyId, channel }) => {
      if (channel.state !== 'live') return;
      await this.outbox.releaseOfChannel(
        CompanyScope.of(companyId),
        toObjectId(channel._id),
        CHANNEL_DISCONNECTED.code,
      );
    });
  }

  canSend(platform: string): boolean {
    return this.senders.ofPlatform(platform).length > 0;
  }

  /** Sends a new message after those before it, and returns its state. */
  async send(scope: CompanyScope, message: Message): Promise<Message> {
    return this.locks.withLock(sendLockOf(message.conversation_id.toHexString()), async (lease) => {
      const upToOurs = await this.waitingUpTo(scope, message, lease);
      const ours = upToOurs.at(-1);
      // Another process has settled it.
      if (!ours) return this.messages.getById(scope, message._id);
      const { last, behind } = await this.drain(scope, upToOurs, lease, ours);
      const isWaiting = last?.outbox?.due_at !== undefined;
      if (!isWaiting) this.settledPositions.set(lease.key, { fence: lease.fence, seq: ours.seq });
      return isWaiting && behind.length > 0 ? this.attempts.queueBehind(scope, ours, last, lease) : (last ?? ours);
    });
  }

  /**
   * Unsettled messages up to this one, the oldest first. While this process holds the lock no other sends here, so
   * the message right behind the last settled one needs no read.
   */
  private async waitingUpTo(scope: CompanyScope, message: Message, { key, fence }: LockLease): Promise<Message[]> {
    const settled = this.settledPositions.get(key);
    this.settledPositions.delete(key);
    if (settled?.fence === fence && message.seq === settled.seq + 1) return [message];
    const waiting = await this.messages.unsettled(scope, message.conversation_id);
    return waiting.slice(0, waiting.findIndex(({ _id }) => _id.equals(message._id)) + 1);
  }

  /** Sends due messages of all companies, conversations concurrently. */
  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    const looked = new Set<string>();
    const drains: Promise<void>[] = [];
    for (let hasSlots = true; hasSlots;) {
      const companies = this.share.fullCompanies;
      const conversations = [...looked, ...this.share.conversations];
      const due = await this.outbox.dueToSend(now, { companies, conversations }, SWEEP_BATCH);
      const before = drains.length;
      for (const { company_id, conversation_id } of due) {
        const id = conversation_id.toHexString();
        if (looked.has(id) || !this.share.take(id, company_id.toHexString())) continue;
        looked.add(id);
        drains.push(this.drainOnce(CompanyScope.of(company_id), conversation_id));
      }
      hasSlots = drains.length > before;
    }
    await Promise.all(drains);
  }

  private async drainOnce(scope: CompanyScope, conversationId: Types.ObjectId): Promise<void> {
    const id = conversationId.toHexString();
    try {
      await this.locks.tryWithLock(sendLockOf(id), async (lease) => {
        this.settledPositions.delete(lease.key);
        const waiting = await this.messages.unsettled(scope, conversationId);
        const { last, behind } = await this.drain(scope, waiting, lease);
        if (last?.outbox?.due_at) await this.holdBehind(scope, behind, last, last.outbox.due_at);
      });
    } catch (error) {
      this.logger.error(`could not drain the outbox of ${id}`, error);
    } finally {
      this.share.giveBack(id);
    }
  }

  /**
   * Sends in order until a message has to wait, also messages that another process has stored.
   * @param own the message of this process, whose attempt was not interrupted
   * @returns the last message that was tried, and those behind it
   */
  private async drain(
    scope: CompanyScope,
    waiting: readonly Message[],
    lease: LockLease,
    own?: Message,
  ): Promise<{ last?: Message; behind: readonly Message[] }> {
    let last: Message | undefined;
    for (const [index, next] of waiting.entries()) {
      const isRecorded = isPending(next) && (next === own || !isDue(next));
      last = isDue(next) || isUntried(next) ? await this.attempts.make(scope, next, lease, isRecorded) : next;
      crashPoint('outbox.settled');
      if (last.outbox?.due_at) return { last, behind: waiting.slice(index + 1) };
    }
    return { ...(last ? { last } : {}), behind: [] };
  }

  /** Messages behind a waiting one must not look due, or they would crowd the sweep of all companies. */
  private async holdBehind(
    scope: CompanyScope,
    behind: readonly Message[],
    ahead: Message,
    until: Date,
  ): Promise<void> {
    const isEarly = { 'outbox.due_at': { $lt: until } };
    const times = Object.entries(waitBehind(ahead)).map(([name, at]) => [`outbox.${name}`, at]);
    const update = { $set: Object.fromEntries(times) as Record<string, Date> };
    const early = behind.filter(({ outbox }) => outbox?.due_at && outbox.due_at < until);
    await Promise.all(
      early.map(({ _id }) => this.messages.recordSending({ scope, filter: { _id, ...isEarly }, update })),
    );
  }
}

function isDue({ outbox }: Message): boolean {
  return outbox?.due_at !== undefined && outbox.due_at.getTime() <= Date.now();
}

function isPending({ outbox }: Message): boolean {
  return outbox?.attempts.at(-1)?.outcome === 'pending';
}

function isUntried(message: Message): boolean {
  return isPending(message) || message.outbox?.attempts.length === 0;
}
