import { Injectable, Logger } from '@nestjs/common';

/**
 * The order in which a process ends. Each phase relies on the ones before it: nothing new comes in, what runs is
 * finished or given back, and the database goes last.
 */
export enum ShutdownPhase {
  /** `/health/ready` answers 503, and the load balancer gets the time to see it. */
  ReadinessOff = 'readiness-off',
  /** Clients are told to reconnect elsewhere and disconnected. */
  SocketsDrain = 'sockets-drain',
  /** No more jobs are taken; running ones finish or are given back. */
  JobsStop = 'jobs-stop',
  /** No more connections are accepted; idle ones are closed. */
  HttpClose = 'http-close',
  /** Requests and outside calls under way are finished or parked. */
  InflightFinish = 'inflight-finish',
  /** Buffered writes are made. */
  Flush = 'flush',
  /** Redis and MongoDB connections are closed. */
  DatabaseClose = 'database-close',
}

/** Longest time of a whole shutdown; an orchestrator's own limit must be longer. */
export const SHUTDOWN_LIMIT_MS = 30_000;

/** One phase that hangs must leave time for the rest. */
export const PHASE_LIMIT_MS = 12_000;

export type ShutdownTask = () => void | Promise<void>;

interface Step {
  readonly name: string;
  readonly task: ShutdownTask;
}

/** The ordered registry of what has to happen before the process may end. */
@Injectable()
export class ShutdownSteps {
  private readonly logger = new Logger('Shutdown');
  private readonly steps = new Map<ShutdownPhase, Step[]>();
  private running: Promise<void> | undefined;

  /** True from the first phase on: readiness answers 503. */
  get isShuttingDown(): boolean {
    return this.running !== undefined;
  }

  /** Adds a step; the steps of one phase run side by side. */
  register(phase: ShutdownPhase, name: string, task: ShutdownTask): void {
    this.steps.set(phase, [...(this.steps.get(phase) ?? []), { name, task }]);
  }

  /**
   * Runs all phases in order, once, whoever asks and however often. A step that throws or takes too long is logged and
   * does not keep the later phases from running.
   * @param phaseLimitMs longest time of one phase
   */
  run(phaseLimitMs = PHASE_LIMIT_MS): Promise<void> {
    this.running ??= this.runPhases(phaseLimitMs);
    return this.running;
  }

  private async runPhases(phaseLimitMs: number): Promise<void> {
    // The caller must find `isShuttingDown` true before the first step runs.
    await Promise.resolve();
    for (const phase of Object.values(ShutdownPhase)) {
      const steps = this.steps.get(phase) ?? [];
      await Promise.all(steps.map((step) => this.runStep(phase, step, phaseLimitMs)));
    }
  }

  private async runStep(phase: ShutdownPhase, { name, task }: Step, limitMs: number): Promise<void> {
    const startedAt = performance.now();
    try {
      await withinLimit(task, limitMs);
      this.logger.log(`${phase}: ${name} done in ${Math.round(performance.now() - startedAt)} ms`);
    } catch (error) {
      this.logger.error(`${phase}: ${name} failed: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

async function withinLimit(task: ShutdownTask, limitMs: number): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`still running after ${limitMs} ms`)), limitMs);
  });
  try {
    await Promise.race([task(), limit]);
  } finally {
    clearTimeout(timer);
  }
}
