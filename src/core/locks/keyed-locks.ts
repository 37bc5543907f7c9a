import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { crashPoint } from '../crash-points/index.js';
import { GroupCommit } from '../concurrency/index.js';
import { AppError } from '../errors/index.js';
import { Metrics } from '../metrics/index.js';
import { isProvablyDead, newHolder } from './holder.js';
import { LockLeasesRepository } from './lock-leases.repository.js';

/**
 * Longer than a renewal may be late. A process renews at a third of this time, so the lease expires only if it dies.
 */
export const LOCK_TTL_MS = 15_000;
/** An idle lock is kept for a moment, so that a burst of messages needs one lease. */
const LOCK_LINGER_MS = 1_000;
const LOCK_WAIT_MS = 30_000;
const LEASE_BATCH = 200;
const POLL_MIN_MS = 10;
const POLL_MAX_MS = 150;

export interface LockLease {
  readonly key: string;
  /** Grows with each holder. A write that carries it refuses an older holder that wakes up late. */
  readonly fence: number;
  /** Aborted when the lease could not be renewed; the work must stop then. */
  readonly signal: AbortSignal;
}

interface HeldLock {
  lease: LockLease;
  lost: AbortController;
  renewal: NodeJS.Timeout;
}

interface LocalLock {
  queue: Promise<unknown>;
  /** Calls that run or wait. */
  users: number;
  held?: HeldLock;
  linger?: NodeJS.Timeout;
}

/**
 * Locks by key, for example one for each conversation. Work under a key runs one at a time, in the order of the
 * calls within a process and under a lease across processes.
 */
@Injectable()
export class KeyedLocks implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(KeyedLocks.name);
  private readonly holder = newHolder();
  private readonly locks = new Map<string, LocalLock>();
  private readonly acquisitions = new GroupCommit<string, number | undefined>(async (keys) => {
    const fences = await this.leases.acquire(keys, this.holder, LOCK_TTL_MS);
    return fences.map((result) => ({ ok: true, result }));
  }, LEASE_BATCH);
  private readonly releases = new GroupCommit<LockLease>(async (leases) => {
    await this.leases.release(leases, this.holder);
    return leases.map(() => ({ ok: true, result: undefined }));
  }, LEASE_BATCH);

  constructor(
    private readonly leases: LockLeasesRepository,
    private readonly metrics: Metrics,
  ) {}

  /** A restart on the same Linux machine need not wait until the leases of killed processes expire. */
  async onModuleInit(): Promise<void> {
    try {
      const dead = (await this.leases.holders()).filter(isProvablyDead);
      if (dead.length === 0) return;
      this.logger.log(`released ${await this.leases.releaseAllOf(dead)} locks of ${dead.length} ended processes`);
    } catch (error) {
      this.logger.warn(`could not look for locks of ended processes: ${String(error)}`);
    }
  }

  /** @throws AppError LANE_BUSY (503) if another process keeps the lock for longer than `waitMs` */
  withLock<T>(
    key: string,
    work: (lease: LockLease) => Promise<T>,
    waitMs = LOCK_WAIT_MS,
    lingerMs = LOCK_LINGER_MS,
  ): Promise<T> {
    const lock = this.locks.get(key) ?? { queue: Promise.resolve(), users: 0 };
    this.locks.set(key, lock);
    lock.users++;
    clearTimeout(lock.linger);
    const askedAt = performance.now();
    const turn = lock.queue.then(async () => {
      try {
        const held = await this.acquire(key, lock, Date.now() + waitMs);
        this.metrics.lockWaitSeconds.observe((performance.now() - askedAt) / 1000);
        crashPoint('lane.acquired');
        return await work(held.lease);
      } finally {
        if (--lock.users === 0) this.releaseLater(key, lock, lingerMs);
      }
    });
    lock.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Like {@link withLock}, but returns false if another process holds the lock. It releases the lock at once,
   * because its callers work in batches.
   */
  async tryWithLock(key: string, work: (lease: LockLease) => Promise<void>): Promise<boolean> {
    try {
      await this.withLock(key, work, 0, 0);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'LANE_BUSY') return false;
      throw error;
    }
  }

  /** Counts the processes that hold a lock with this key prefix, including locks that linger. */
  async countHolders(keyPrefix: string): Promise<number> {
    return (await this.leases.holders(keyPrefix)).length;
  }

  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.locks.values()].map(({ queue }) => queue));
    await Promise.all([...this.locks].map(([key, lock]) => this.release(key, lock)));
  }

  private async acquire(key: string, lock: LocalLock, deadline: number): Promise<HeldLock> {
    if (lock.held && !lock.held.lost.signal.aborted) return lock.held;
    for (let pause = POLL_MIN_MS; ; pause = Math.min(pause * 2, POLL_MAX_MS)) {
      const fence = await this.acquisitions.add(key);
      if (fence !== undefined) return (lock.held = this.startRenewing(key, fence));
      if (Date.now() >= deadline)
        throw new AppError('LANE_BUSY', 503, 'Other requests are working on the same data; try again in a few seconds');
      await delay(pause * (0.5 + Math.random()));
    }
  }

  private startRenewing(key: string, fence: number): HeldLock {
    const lost = new AbortController();
    let confirmedAt = Date.now();
    const renew = async (): Promise<void> => {
      const asked = Date.now();
      const kept = await this.leases.renew(key, this.holder, fence, LOCK_TTL_MS).catch(() => undefined);
      if (kept) confirmedAt = asked;
      if (kept === false || Date.now() - confirmedAt >= LOCK_TTL_MS) {
        this.logger.warn(`lost lock ${key}`);
        lost.abort();
        clearInterval(renewal);
      }
    };
    const renewal = setInterval(() => void renew(), LOCK_TTL_MS / 3);
    renewal.unref();
    return { lease: { key, fence, signal: lost.signal }, lost, renewal };
  }

  private releaseLater(key: string, lock: LocalLock, lingerMs: number): void {
    lock.linger = setTimeout(() => void this.release(key, lock), lingerMs);
    lock.linger.unref();
  }

  private release(key: string, lock: LocalLock): Promise<void> {
    clearTimeout(lock.linger);
    const { held } = lock;
    if (lock.users > 0) return Promise.resolve();
    delete lock.held;
    if (held) clearInterval(held.renewal);
    // In the queue, so that work which starts now keeps its lease.
    const released = lock.queue.then(async () => {
      if (held) await this.releases.add(held.lease).catch(() => undefined);
      if (lock.users === 0 && this.locks.get(key) === lock) this.locks.delete(key);
    });
    lock.queue = released;
    return released;
  }
}
