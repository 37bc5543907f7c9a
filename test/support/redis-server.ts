import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { freePort } from './free-port.js';

// A backstop: a busy machine starts it late, and a test must not take that for a missing program.
const START_TIMEOUT_MS = 90_000;

/** A redis-server on a free port of this machine, which a test may stop and start again. */
export class RedisServer {
  private process: ChildProcess | undefined;

  private readonly port: number;
  private readonly folder: string;

  private constructor(port: number, folder: string) {
    this.port = port;
    this.folder = folder;
  }

  /** @returns undefined where the program is missing */
  static async start(): Promise<RedisServer | undefined> {
    const server = new RedisServer(await freePort(), await mkdtemp(join(tmpdir(), 'petbuddy-redis-')));
    if (await server.startAgain()) return server;
    await server.close();
    return undefined;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** @returns false where the program is missing, ends, or is not ready in time */
  async startAgain(): Promise<boolean> {
    const address = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder];
    const settings = [...address, '--save', '', '--appendonly', 'no'];
    this.process = spawn('redis-server', settings, { stdio: ['ignore', 'pipe', 'ignore'] });
    return isReady(this.process);
  }

  async stop(): Promise<void> {
    const running = this.process;
    this.process = undefined;
    if (!running || running.exitCode !== null || running.pid === undefined) return;
    const exited = once(running, 'exit');
    running.kill('SIGKILL');
    await exited;
  }

  async close(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

async function isReady(redis: ChildProcess): Promise<boolean> {
  const signal = AbortSignal.timeout(START_TIMEOUT_MS);
  try {
    await once(redis, 'spawn', { signal });
    if (!redis.stdout) return false;
    for await (const line of createInterface({ input: redis.stdout, signal })) {
      if (!/Ready to accept connections/.test(line)) continue;
      // Nobody reads its log any more; it must not block on a full pipe.
      redis.stdout.resume();
      return true;
    }
  } catch {
    redis.kill();
  }
  return false;
}
