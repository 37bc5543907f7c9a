import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import type { Connection } from 'mongoose';
import { AppConfig } from '../../../core/config/index.js';
import { Jobs } from '../../../core/jobs/index.js';
import { ShutdownSteps } from '../../../core/shutdown/index.js';

/** A slower dependency counts as down. */
const CHECK_TIMEOUT_MS = 2_000;

const MEGABYTE = 1_024 * 1_024;

/** With less space the database and the logs soon stop. */
const MIN_FREE_DISK_BYTES = 200 * MEGABYTE;

type Check = () => Promise<void>;

/** An answer says only up or down; the reason is in the log. */
@Injectable()
export class HealthProbesService {
  private readonly logger = new Logger('Health');

  constructor(
    private readonly indicators: HealthIndicatorService,
    @InjectConnection() private readonly connection: Connection,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
    private readonly shutdown: ShutdownSteps,
  ) {}

  readonly database = (): Promise<HealthIndicatorResult> =>
    this.check('database', async () => {
      if (!this.connection.db) throw new Error('Not connected');
      await this.connection.db.command({ ping: 1 }, { timeoutMS: CHECK_TIMEOUT_MS });
    });

  readonly queue = (): Promise<HealthIndicatorResult> =>
    this.check('jobs', async () => {
      await this.jobs.ping();
    });

  readonly disk = (): Promise<HealthIndicatorResult> =>
    this.check('disk', async () => {
      const { bavail, bsize } = await statfs(existingFolder(this.config.dataDir));
      const free = bavail * bsize;
      if (free < MIN_FREE_DISK_BYTES) throw new Error(`Only ${Math.round(free / MEGABYTE)} MB free`);
    });

  /** Down from the first moment of a shutdown, so that no new request is sent here. */
  readonly serving = (): Promise<HealthIndicatorResult> =>
    this.check('serving', () =>
      this.shutdown.isShuttingDown ? Promise.reject(new Error('Shutting down')) : Promise.resolve(),
    );

  private async check(name: string, work: Check): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    const timeout = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`No answer in ${CHECK_TIMEOUT_MS} ms`)), CHECK_TIMEOUT_MS).unref();
    });
    try {
      await Promise.race([work(), timeout]);
      return indicator.up();
    } catch (error) {
      this.logger.warn({ message: `${name} is down: ${String(error)}`, check: name });
      return indicator.down();
    }
  }
}

/** With a remote database DATA_DIR may not exist yet; the nearest folder above has the same disk. */
function existingFolder(path: string): string {
  return existsSync(path) ? path : existingFolder(dirname(path));
}
