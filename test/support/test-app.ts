import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { SchedulerRegistry } from '@nestjs/schedule';
import { AppModule } from '../../src/app/app.module.js';
import { configureApp } from '../../src/app/configure-app.js';
import { AppConfig } from '../../src/core/config/index.js';
import { openDatabase } from '../../src/core/database/index.js';
import { FIRST_REFRESH_OF_TOKENS } from '../../src/modules/inbox/channels/tokens/token-refresh.scheduler.js';
import { WireProbe } from '../../src/core/tenancy/index.js';
import { borrowTestDatabase, returnTestDatabase } from './test-database.js';

const TEST_ENVIRONMENT = {
  NODE_ENV: 'test',
  PORT: '0',
  LOG_LEVEL: 'error',
  BCRYPT_SALT_ROUNDS: '4',
  SANDBOX: 'off',
  RATE_LIMIT_PER_MINUTE: '1000000',
  RATE_LIMIT_AUTH_PER_15_MIN: '1000000',
  RATE_LIMIT_ANONYMOUS_PER_MINUTE: '1000000',
};

/** The whole product listening on an ephemeral port of loopback, with a database of its own. */
export interface TestApp {
  readonly app: NestExpressApplication;
  /** For instance http://127.0.0.1:41234 */
  readonly url: string;
  readonly config: AppConfig;
  /** Stops it, returns its database, and fails if a tenant command went over the wire without a company. */
  close(): Promise<void>;
}

/** Starts the product for an e2e suite; `env` overrides the test environment. */
export async function startTestApp(env: Record<string, string> = {}): Promise<TestApp> {
  const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-test-'));
  const borrowed = env['MONGODB_URI'] === undefined ? await borrowTestDatabase() : undefined;
  const config = AppConfig.load({
    ...TEST_ENVIRONMENT,
    DATA_DIR: dataDir,
    LOG_DIR: join(dataDir, 'logs'),
    MONGODB_URI: borrowed,
    ...env,
  });
  const database = await openDatabase(config);
  const app = await NestFactory.create<NestExpressApplication>(AppModule.forRoot(config, database), {
    bodyParser: false,
    logger: ['error', 'fatal'],
    abortOnError: false,
  });
  await configureApp(app);
  await app.listen(config.port, '127.0.0.1');
  // The timer would call Meta in the middle of a long suite.
  app.get(SchedulerRegistry, { strict: false }).deleteTimeout(FIRST_REFRESH_OF_TOKENS);
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    url: `http://127.0.0.1:${port}`,
    config,
    close: async () => {
      const { violations } = app.get(WireProbe);
      await app.close();
      await database.close();
      if (borrowed !== undefined) await returnTestDatabase(borrowed);
      rmSync(dataDir, { recursive: true, force: true });
      if (violations.length > 0) throw new Error(`unscoped tenant commands: ${JSON.stringify(violations)}`);
    },
  };
}
