import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { getCompileCacheDir } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { ShutdownPhase, ShutdownSteps } from '../../../../core/shutdown/index.js';
import { sandboxMemoryFile } from './sandbox-memory.js';

/** From src/ and from dist/ it lies the same number of folders up. */
const SANDBOX = fileURLToPath(new URL('../../../../../sandbox/main.ts', import.meta.url));
/** In DATA_DIR. */
const UNDELIVERED_FILE = 'sandbox-undelivered.jsonl';
const END_WITH_PARENT = new URL('./end-with-parent.js', import.meta.url).href;
const READY = /^sandbox ready at (\S+)/;
const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 5_000;

/** A child process that starts and ends with the API. */
@Injectable()
export class SandboxLauncher {
  private readonly logger = new Logger('Sandbox');

  constructor(
    private readonly config: AppConfig,
    private readonly shutdown: ShutdownSteps,
  ) {}

  /**
   * A sandbox that does not start is only a warning.
   * @param apiUrl receives the webhooks
   * @returns the address of the practice phone
   */
  async start(apiUrl: string): Promise<string | undefined> {
    if (!this.config.sandbox) return undefined;
    const child = this.spawn(apiUrl);
    try {
      const url = await this.ready(child);
      this.shutdown.register(ShutdownPhase.Flush, 'sandbox', () => stop(child));
      child.once('exit', (code) => {
        if (!this.shutdown.isShuttingDown) this.logger.warn(`ended with ${code}`);
      });
      return url;
    } catch (error) {
      child.kill('SIGKILL');
      this.logger.warn(`not started: ${(error as Error).message}`);
      return undefined;
    }
  }

  private spawn(apiUrl: string): ChildProcess {
    const { dataDir, sandboxPort, facebookAppSecret, metaWebhookVerifyToken, facebookAppId } = this.config;
    const compileCache = getCompileCacheDir();
    return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', END_WITH_PARENT, SANDBOX], {
      env: {
        ...(compileCache && { NODE_COMPILE_CACHE: compileCache }),
        API_BASE_URL: apiUrl,
        SANDBOX_PORT: String(sandboxPort),
        SANDBOX_MEMORY_FILE: sandboxMemoryFile(dataDir),
        SANDBOX_UNDELIVERED_FILE: join(dataDir, UNDELIVERED_FILE),
        ...(facebookAppSecret && { FACEBOOK_APP_SECRET: facebookAppSecret }),
        ...(metaWebhookVerifyToken && { META_WEBHOOK_VERIFY_TOKEN: metaWebhookVerifyToken }),
        ...(facebookAppId && { FACEBOOK_APP_ID: facebookAppId }),
      },
      // A process group of its own: an interrupt of the terminal must not end it before the API has finished its
      // calls.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    });
  }

  private async ready(child: ChildProcess): Promise<string> {
    const signal = AbortSignal.timeout(START_TIMEOUT_MS);
    const complaints: string[] = [];
    const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
    createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', (line) => {
      complaints.push(line);
      this.logger.debug(line);
    });
    const ended = once(child, 'close', { signal }).then(() => {
      const isTaken = complaints.some((line) => line.includes('EADDRINUSE'));
      const taken = `port ${this.config.sandboxPort} is taken, perhaps by another PetBuddy; set SANDBOX_PORT`;
      throw new Error(isTaken ? taken : (complaints.find(Boolean) ?? 'it ended at once'));
    });
    return Promise.race([ended, this.addressIn(lines, signal)]);
  }

  private async addressIn(lines: ReturnType<typeof createInterface>, signal: AbortSignal): Promise<string> {
    for (;;) {
      const [line] = (await once(lines, 'line', { signal })) as [string];
      const url = READY.exec(line)?.[1];
      if (url) {
        lines.on('line', (text) => this.logger.debug(text));
        return url;
      }
    }
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit', { signal: AbortSignal.timeout(STOP_TIMEOUT_MS) });
  child.kill('SIGTERM');
  await ended;
}
