import { setTimeout as delay } from 'node:timers/promises';
import type { CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';
import { CAUSES } from './plan.ts';
import { type Ending, type ProductCommand, ProductProcess } from './product-process.ts';

/** A process that ends by itself right after its start is a defect, not chaos. */
const MAX_FAILED_STARTS = 3;
const FAILED_START_PAUSE_MS = 500;
const READY_TIMEOUT_MS = 120_000;

/** One place in the cluster: whenever its process ends, the next one starts. */
interface Slot {
  index: number;
  command: ProductCommand;
  process: ProductProcess;
}

export interface ClusterOptions {
  apis: readonly ProductCommand[];
  workers: readonly ProductCommand[];
  /** Settings that every process gets that starts from now on. */
  env: () => Record<string, string>;
  log: (line: string) => void;
}

/** The product's processes under fire. */
export class Cluster {
  /** Crash points at which a process has ended, in order. */
  readonly hit: CrashPointName[] = [];
  /** Ends nobody asked for, with the last words. */
  readonly surprises: string[] = [];
  /** SIGKILLs from outside. */
  kills = 0;
  private readonly slots: Slot[];
  private readonly options: ClusterOptions;
  private readonly watches: Promise<void>[];
  private readonly replaced = new Set<ProductProcess>();
  private targets: readonly CrashPointName[] = [];
  private isClosed = false;

  private constructor(options: ClusterOptions) {
    this.options = options;
    this.slots = [...options.apis, ...options.workers].map((command, index) => ({
      index,
      command,
      process: this.launch(command, index),
    }));
    this.watches = this.slots.map((slot) => this.watch(slot));
  }

  /** Resolves when every API answers. */
  static async start(options: ClusterOptions): Promise<Cluster> {
    const cluster = new Cluster(options);
    try {
      await cluster.allReady();
    } catch (error) {
      await cluster.close();
      throw error;
    }
    return cluster;
  }

  /** How many processes there are to kill. */
  get size(): number {
    return this.slots.length;
  }

  /** Ports of the APIs that answer. */
  ports(): number[] {
    return this.slots.flatMap(({ command: { port }, process }) => (process.isReady && port ? [port] : []));
  }

  /** Kills the process of a slot wherever it is; its successor starts at once. */
  kill(index: number): void {
    const slot = this.slots[index];
    if (!slot) throw new Error(`no slot ${index}`);
    this.kills += 1;
    this.replace(slot);
  }

  /**
   * Lets processes end at these points, each at the first of them that it reaches.
   * @returns those at which none ended in time
   */
  async crashAt(points: readonly CrashPointName[], timeoutMs: number): Promise<CrashPointName[]> {
    this.targets = points;
    for (const slot of this.slots) if (this.armsOf(slot.command, slot.index).length > 0) this.replace(slot);
    const deadline = Date.now() + timeoutMs;
    while (this.missing().length > 0 && Date.now() < deadline && this.surprises.length === 0) {
      const ends = this.slots.map(({ process }) => process.ended);
      await Promise.race([...ends, delay(Math.max(0, deadline - Date.now()), undefined, { ref: false })]);
      // Whoever watches the process that ended has to note it first.
      await delay(1);
    }
    const missed = this.missing();
    this.targets = [];
    // No process may stay armed.
    for (const slot of this.slots) if (missed.length > 0) this.replace(slot);
    await this.allReady();
    return missed;
  }

  /** Starts every process anew, for instance because the settings changed. */
  async restart(): Promise<void> {
    for (const slot of this.slots) this.replace(slot);
    await this.allReady();
  }

  /** @throws Error when a process ended by itself */
  async allReady(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (this.ports().length < this.options.apis.length) {
      if (Date.now() > deadline) throw new Error('the product does not start');
      if (this.surprises.length > 0) throw new Error(this.surprises.join('\n'));
      await Promise.all(this.slots.map(({ process }) => process.ready()));
      await delay(1);
    }
  }

  async close(): Promise<void> {
    this.isClosed = true;
    for (const { process } of this.slots) process.kill();
    await Promise.all(this.watches);
  }

  private missing(): CrashPointName[] {
    return this.targets.filter((point) => !this.hit.includes(point));
  }

  private replace({ process }: Slot): void {
    this.replaced.add(process);
    process.kill();
  }

  /**
   * The APIs share the points out, so that no two of them end at the same one while others are left. Points that need
   * another process's end are for all processes, and the first API provides that end.
   */
  private armsOf({ port }: ProductCommand, index: number): readonly CrashPointName[] {
    const missing = this.missing();
    const caused = missing.filter((point) => point in CAUSES);
    if (port === undefined) return caused;
    const direct = missing.filter((point) => !caused.includes(point));
    const share = direct.filter((_, place) => place % this.options.apis.length === index);
    const causes = index === 0 ? caused.flatMap((point) => CAUSES[point] ?? []) : [];
    return [...new Set([...(share.length > 0 ? share : direct), ...caused, ...causes])];
  }

  private launch(command: ProductCommand, index: number): ProductProcess {
    const arms = this.armsOf(command, index);
    const env = { ...command.env, ...this.options.env(), ...(arms.length > 0 ? { CRASH_AT: arms.join(',') } : {}) };
    return new ProductProcess({ ...command, env });
  }

  /** Starts the successor of each process that ends. */
  private async watch(slot: Slot): Promise<void> {
    for (let failedStarts = 0; failedStarts < MAX_FAILED_STARTS;) {
      const ending = await slot.process.ended;
      if (this.isClosed) return;
      failedStarts = this.note(slot, ending) ? 0 : failedStarts + 1;
      if (failedStarts > 0) await delay(FAILED_START_PAUSE_MS);
      slot.process = this.launch(slot.command, slot.index);
      void slot.process.ready();
    }
  }

  /** @returns whether the end was wanted */
  private note(slot: Slot, { at, signal, output }: Ending): boolean {
    const wasReplaced = this.replaced.delete(slot.process);
    if (at) this.hit.push(at);
    if (at) this.options.log(`ended at ${at}`);
    if (at || wasReplaced) return true;
    this.surprises.push(`${slot.command.script} ended by itself (${signal ?? 'exit'}): ${output.slice(-1_000)}`);
    return false;
  }
}
