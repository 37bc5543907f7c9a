import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SchedulerRegistry } from '@nestjs/schedule';
import { openRawDatabase } from './raw-database.js';
import { startTestApp, type TestApp } from './test-app.js';

const CRASHER = fileURLToPath(new URL('./booking-crasher.ts', import.meta.url));
const SECRETS = {
  JWT_ACCESS_SECRET: randomBytes(32).toString('hex'),
  JWT_REFRESH_SECRET: randomBytes(32).toString('hex'),
  ENCRYPTION_KEY: randomBytes(32).toString('base64'),
};

/** A process of the product that the test keeps, and others on its database that are killed. */
export class DoomedProcesses {
  private readonly dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-doomed-'));
  private victim: ChildProcess | undefined;

  private constructor(
    readonly survivor: TestApp,
    private readonly env: Record<string, string>,
  ) {}

  /**
   * The survivor sweeps only when the test says so: whatever is found was left by the dead.
   * @param env of all processes, beside the environment of tests
   */
  static async open(env: Record<string, string> = {}): Promise<DoomedProcesses> {
    const survivor = await startTestApp({ ...SECRETS, ...env });
    const scheduled = survivor.app.get(SchedulerRegistry, { strict: false });
    scheduled.getIntervals().forEach((name) => scheduled.deleteInterval(name));
    return new DoomedProcesses(survivor, env);
  }

  /**
   * Starts a process, gives its address to `act`, and waits until it has died.
   * @param at crash points as in `CRASH_AT`
   * @throws where it ends in any other way
   */
  async killedAt(at: string, act: (url: string) => Promise<unknown>): Promise<void> {
    const env = {
      ...SECRETS,
      ...this.env,
      NODE_ENV: 'test',
      SANDBOX: 'off',
      LOG_LEVEL: 'error',
      LOG_DIR: join(this.dataDir, 'logs'),
      // Processes on one database share the stored files, too.
      DATA_DIR: this.survivor.config.dataDir,
      MONGODB_URI: String(this.survivor.config.mongodbUri),
      CRASH_AT: at,
    };
    this.victim = spawn(process.execPath, [CRASHER, JSON.stringify(env)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let said = '';
    this.victim.stderr?.on('data', (data) => (said += String(data)));
    const ended = once(this.victim, 'close');
    const [address] = (await once(this.victim.stdout as NodeJS.ReadableStream, 'data')) as [Buffer];
    // Whether it lives to answer is its own affair.
    await act(String(address).trim()).catch(() => undefined);
    const [, signal] = (await ended) as [number | null, string | null];
    if (signal !== 'SIGKILL' || !said.startsWith('crash point')) throw new Error(`it ended by ${signal}: ${said}`);
    await this.leasesRunOut();
  }

  async close(): Promise<void> {
    this.victim?.kill('SIGKILL');
    await this.survivor.close();
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  /** As if the time of all lanes that the dead held had passed. */
  private async leasesRunOut(): Promise<void> {
    const raw = await openRawDatabase(this.survivor);
    await raw.db.collection('lane_leases').updateMany({}, { $set: { expires_at: new Date(0) } });
    await raw.close();
  }
}
