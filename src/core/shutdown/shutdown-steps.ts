import { Injectable, Logger } from '@nestjs/common';

/** The order in which a process ends. Each phase relies on the ones before it. */
export enum ShutdownPhase {
  ReadinessOff = 'readiness-off',
  SocketsDrain = 'sockets-drain',
  JobsStop = 'jobs-stop',
  HttpClose = 'http-close',
  InflightFinish = 'inflight-finish',
  Flush = 'flush',
  DatabaseClose = 'database-close',
}

/** The limit of an orchestrator must be longer. */
export const SHUTDOWN_LIMIT_MS = 30_000;

export const PHASE_LIMIT_MS = 12_000;

export type ShutdownTask = () => void | Promise<void>;

interface Step {
  readonly name: string;
  readonly task: ShutdownTask;
}

@Injectable()
export class ShutdownSteps {
  private readonly logger = new Logger('Shutdown');
  private readonly steps = new Map<ShutdownPhase, Step[]>();
  private running: Promise<void> | undefined;

  get isShuttingDown(): boolean {
    return this.running !== undefined;
  }

  register(phase: ShutdownPhase, name: string, task: ShutdownTask): void {
    this.steps.set(phase, [...(this.steps.get(phase) ?? []), { name, task }]);
  }

  /**
   * Runs all phases in order, once for all callers. A step that fails or takes too long is logged, and the later
   * phases run.
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
