import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import pLimit from 'p-limit';
import { type LockLease, KeyedLocks } from '../../../../core/locks/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { type DueLane, InboundEventsRepository } from '../inbound-events.repository.js';
import { InboundSignal } from '../inbound-signal.js';
import {
  BUSY_RETRY_MS,
  DUE_BATCH,
  LANE_BATCH,
  LANE_CONCURRENCY,
  PARTITION_CONCURRENCY,
  SWEEP_INTERVAL_MS,
} from '../inbound-events.constants.js';
import { LaneDrain } from './lane-drain.js';

/**
 * Applies events of each customer in order, customers concurrently. Several processes may run it, and one of them
 * leases a group of lanes.
 */
@Injectable()
export class InboundDrain implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(InboundDrain.name);
  private readonly active = new Map<number, Promise<void>>();
  /** Partitions of other processes, until they are tried again. */
  private readonly busy = new Map<number, Promise<void>>();
  private isLooking = false;
  private looking: Promise<void> = Promise.resolve();
  private lookAgain = false;
  private isStopped = false;

  constructor(
    private readonly events: InboundEventsRepository,
    private readonly laneDrain: LaneDrain,
    private readonly locks: KeyedLocks,
    private readonly signal: InboundSignal,
    private readonly shutdown: ShutdownSteps,
  ) {}

  onApplicationBootstrap(): void {
    this.signal.onWake(() => void this.look());
    this.shutdown.register(ShutdownPhase.JobsStop, 'inbound drain', () => this.stop());
  }

  async onModuleDestroy(): Promise<void> {
    await this.stop();
  }

  @Interval(SWEEP_INTERVAL_MS)
  async look(): Promise<void> {
    this.lookAgain = true;
    if (this.isLooking) return;
    this.isLooking = true;
    this.looking = this.lookUntilNothing();
    await this.looking;
  }

  /** Also waits for partitions of other processes. */
  async idle(): Promise<void> {
    do {
      await this.look();
      await Promise.all([this.looking, ...this.active.values(), ...this.busy.values()]);
    } while (this.active.size > 0 || this.busy.size > 0 || this.isLooking);
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await Promise.all([this.looking, ...this.active.values()]);
  }

  private async lookUntilNothing(): Promise<void> {
    try {
      while (this.lookAgain && !this.isStopped && this.active.size < PARTITION_CONCURRENCY) {
        this.lookAgain = false;
        await this.startDue();
      }
    } catch (error) {
      this.logger.error('could not look for due events', error);
    } finally {
      this.isLooking = false;
    }
  }

  private async startDue(): Promise<void> {
    const except = [...this.active.keys(), ...this.busy.keys()];
    const due = await this.events.findDueLanes(new Date(), except, DUE_BATCH);
    for (const [partition, lanes] of Map.groupBy(due, (lane: DueLane) => lane.partition)) {
      if (this.active.size >= PARTITION_CONCURRENCY) return;
      const work = this.drainPartition(partition, [...new Set(lanes.map(({ lane }) => lane))]);
      this.active.set(partition, work);
    }
  }

  private async drainPartition(partition: number, lanes: readonly string[]): Promise<void> {
    try {
      const isOurs = await this.locks.tryWithLock(`inbound:${partition}`, (lease) => this.drainLanes(lanes, lease));
      if (!isOurs) this.waitFor(partition);
    } catch (error) {
      this.logger.error(`partition ${partition} stopped`, error);
      this.waitFor(partition);
    } finally {
      this.active.delete(partition);
      void this.look();
    }
  }

  private async drainLanes(lanes: readonly string[], lease: LockLease): Promise<void> {
    const events = await this.events.loadLanes(lanes, new Date(), LANE_BATCH);
    const byLane = Map.groupBy(events, ({ lane }) => lane);
    await pLimit(LANE_CONCURRENCY).map(byLane, ([lane, records]) => this.laneDrain.drain(lane, records, lease));
  }

  private waitFor(partition: number): void {
    const pause = delay(BUSY_RETRY_MS, undefined, { ref: false }).then(() => {
      this.busy.delete(partition);
      void this.look();
    });
    this.busy.set(partition, pause);
  }
}
