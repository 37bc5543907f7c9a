import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { crashPoint } from '../crash-points/index.js';
import { GroupCommit } from '../concurrency/group-commit.js';
import { AppError } from '../errors/index.js';
import { Metrics } from '../metrics/index.js';
import { isProvablyDead, newHolder } from './holder.js';
import { LaneLeasesRepository } from './lane-leases.repository.js';

/** Longer than any single step inside a lane; renewed at a third of it, so only a dead process lets it run out. */
export const LANE_TTL_MS = 15_000;
/** How long an idle lane is kept, so that a burst pays for one lease and not for one a message. */
const LANE_LINGER_MS = 1_000;
const LANE_WAIT_MS = 30_000;
const LEASE_BATCH = 200;
const POLL_MIN_MS = 10;
const POLL_MAX_MS = 150;

/** Proof of holding a lane. */
export interface LaneLease {
  readonly key: string;
  /** Grows with each holder: a write that carries it can refuse an older one that woke up late. */
  readonly fence: number;
  /** Aborted when the lease could not be kept; work must stop then. */
  readonly signal: AbortSignal;
}

interface HeldLane {
  lease: LaneLease;
  lost: AbortController;
  renewal: NodeJS.Timeout;
}

interface LocalLane {
  /** Work of this process on the lane, one after the other. */
  queue: Promise<unknown>;
  waiting: number;
  held?: HeldLane;
  linger?: NodeJS.Timeout;
}

/**
 * One lane a customer: work under the same key runs one at a time, in the order it was asked for inside a process, and
 * under a lease over processes. Not getting the lane means waiting, never dropping.
 */
@Injectable()
export class Lanes implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Lanes.name);
  private readonly holder = newHolder();
  private readonly lanes = new Map<string, LocalLane>();
  private readonly acquisitions = new GroupCommit<string, number | undefined>(async (keys) => {
    const fences = await this.leases.acquire(keys, this.holder, LANE_TTL_MS);
    return fences.map((result) => ({ ok: true, result }));
  }, LEASE_BATCH);
  private readonly releases = new GroupCommit<LaneLease>(async (leases) => {
    await this.leases.release(leases, this.holder);
    return leases.map(() => ({ ok: true, result: undefined }));
  }, LEASE_BATCH);

  constructor(
    private readonly leases: LaneLeasesRepository,
    private readonly metrics: Metrics,
  ) {}

  /** A start after a kill need not wait until the leases of the killed process run out. */
  async onModuleInit(): Promise<void> {
    try {
      const dead = (await this.leases.holders()).filter(isProvablyDead);
      if (dead.length === 0) return;
      this.logger.log(`gave back ${await this.leases.releaseAllOf(dead)} lanes of ${dead.length} ended processes`);
    } catch (error) {
      // They run out by themselves.
      this.logger.warn(`could not look for lanes of ended processes: ${String(error)}`);
    }
  }

  /**
   * Runs `work` when the lane is ours.
   * @throws AppError LANE_BUSY (503) when another process keeps it for longer than `waitMs`
   */
  run<T>(
    key: string,
    work: (lease: LaneLease) => Promise<T>,
    waitMs = LANE_WAIT_MS,
    lingerMs = LANE_LINGER_MS,
  ): Promise<T> {
    const lane = this.lanes.get(key) ?? { queue: Promise.resolve(), waiting: 0 };
    this.lanes.set(key, lane);
    lane.waiting++;
    clearTimeout(lane.linger);
    const askedAt = performance.now();
    const turn = lane.queue.then(async () => {
      try {
        const held = await this.hold(key, lane, Date.now() + waitMs);
        this.metrics.laneWaitSeconds.observe((performance.now() - askedAt) / 1000);
        crashPoint('lane.acquired');
        return await work(held.lease);
      } finally {
        if (--lane.waiting === 0) this.idle(key, lane, lingerMs);
      }
    });
    lane.queue = turn.catch(() => undefined);
    return turn;
  }

  /**
   * Like {@link run}, but gives up at once, answering false, when another process works on the lane; and gives the lane
   * back at once, since who only tries comes with a batch.
   */
  async tryRun(key: string, work: (lease: LaneLease) => Promise<void>): Promise<boolean> {
    try {
      await this.run(key, work, 0, 0);
      return true;
    } catch (error) {
      if (error instanceof AppError && error.code === 'LANE_BUSY') return false;
      throw error;
    }
  }

  /** Gives every idle lane back; work under way keeps its own until it ends. */
  async onModuleDestroy(): Promise<void> {
    await Promise.all([...this.lanes.values()].map(({ queue }) => queue));
    await Promise.all([...this.lanes].map(([key, lane]) => this.release(key, lane)));
  }

  private async hold(key: string, lane: LocalLane, deadline: number): Promise<HeldLane> {
    if (lane.held && !lane.held.lost.signal.aborted) return lane.held;
    for (let pause = POLL_MIN_MS; ; pause = Math.min(pause * 2, POLL_MAX_MS)) {
      const fence = await this.acquisitions.add(key);
      if (fence !== undefined) return (lane.held = this.keep(key, fence));
      if (Date.now() >= deadline) throw new AppError('LANE_BUSY', 503, 'This conversation is busy; try again');
      await delay(pause * (0.5 + Math.random()));
    }
  }

  private keep(key: string, fence: number): HeldLane {
    const lost = new AbortController();
    let confirmedAt = Date.now();
    const renew = async (): Promise<void> => {
      const asked = Date.now();
      const kept = await this.leases.renew(key, this.holder, fence, LANE_TTL_MS).catch(() => undefined);
      if (kept) confirmedAt = asked;
      if (kept === false || Date.now() - confirmedAt >= LANE_TTL_MS) {
        this.logger.warn(`lost lane ${key}`);
        lost.abort();
        clearInterval(renewal);
      }
    };
    const renewal = setInterval(() => void renew(), LANE_TTL_MS / 3);
    renewal.unref();
    return { lease: { key, fence, signal: lost.signal }, lost, renewal };
  }

  private idle(key: string, lane: LocalLane, lingerMs: number): void {
    lane.linger = setTimeout(() => void this.release(key, lane), lingerMs);
    lane.linger.unref();
  }

  private release(key: string, lane: LocalLane): Promise<void> {
    clearTimeout(lane.linger);
    const { held } = lane;
    if (lane.waiting > 0) return Promise.resolve();
    delete lane.held;
    if (held) clearInterval(held.renewal);
    // In the queue, or who comes now could take the lease again before it is given back, and lose it unknowingly.
    const released = lane.queue.then(async () => {
      // A release that fails costs the next holder the rest of the lease, nothing more.
      if (held) await this.releases.add(held.lease).catch(() => undefined);
      if (lane.waiting === 0 && this.lanes.get(key) === lane) this.lanes.delete(key);
    });
    lane.queue = released;
    return released;
  }
}
