import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { CrashPointName } from '../../src/core/crash-points/crash-point-names.ts';

const KEEP_COMPILED = new URL('keep-compiled.ts', import.meta.url).href;
const READY_POLL_MS = 50;
const READY_TIMEOUT_MS = 60_000;
const CRASH_LINE = /^crash point (\S+)$/m;
const KEPT_OUTPUT_CHARACTERS = 4_000;

export interface ProductCommand {
  /** `main.js` or `worker.js` of the build. */
  script: string;
  env: Record<string, string>;
  /** Where an API listens; a worker has none. */
  port?: number;
}

/** How a process ended; `at` names the crash point, if that is what it was. */
export interface Ending {
  at?: CrashPointName;
  signal: NodeJS.Signals | null;
  output: string;
}

/** One process of the product, from its start to its violent end. */
export class ProductProcess {
  readonly ended: Promise<Ending>;
  /** True from the first answer of an API on. */
  isReady = false;
  private readonly child: ChildProcess;
  private readonly port: number | undefined;
  private output = '';
  private hasEnded = false;

  constructor({ script, env, port }: ProductCommand) {
    this.port = port;
    const more = port === undefined ? {} : { PORT: String(port) };
    this.child = spawn(process.execPath, ['--import', KEEP_COMPILED, script], {
      env: { ...env, ...more },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr]) stream?.on('data', (data) => this.keep(String(data)));
    this.ended = once(this.child, 'close').then(([, signal]) => {
      this.hasEnded = true;
      this.isReady = false;
      const at = CRASH_LINE.exec(this.output)?.[1] as CrashPointName | undefined;
      return { signal: signal as NodeJS.Signals | null, output: this.output, ...(at ? { at } : {}) };
    });
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Resolves when an API answers, at once for a worker, and also when the process ends before. */
  async ready(): Promise<void> {
    if (this.port === undefined) return;
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (!this.hasEnded && Date.now() < deadline) {
      const answer = await fetch(`http://127.0.0.1:${this.port}/health/live`).catch(() => undefined);
      if (answer?.ok) {
        this.isReady = !this.hasEnded;
        return;
      }
      await Promise.race([this.ended, delay(READY_POLL_MS)]);
    }
  }

  kill(): void {
    this.child.kill('SIGKILL');
  }

  private keep(text: string): void {
    this.output = (this.output + text).slice(-KEPT_OUTPUT_CHARACTERS);
  }
}
