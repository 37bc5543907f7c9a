import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DynamicModule, Type } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { ClsModule } from 'nestjs-cls';
import { AppConfig, ConfigModule } from '../../src/core/config/index.js';
import { DatabaseIndexService, DatabaseModule, openDatabase } from '../../src/core/database/index.js';
import { EventsModule } from '../../src/core/events/index.js';
import { WireProbe } from '../../src/core/tenancy/index.js';
import { dropTestDatabase, testDatabaseUri } from './test-database.js';

/** A few modules with a real database of their own and no HTTP. */
export interface TestModule {
  readonly module: TestingModule;
  /** Stops them, drops the database, and fails if a tenant command went over the wire without a company. */
  close(): Promise<void>;
}

/** Starts modules for a medium test: configuration, context, database and events are there, indexes are in place. */
export async function startTestModule(label: string, imports: (Type | DynamicModule)[]): Promise<TestModule> {
  const dataDir = mkdtempSync(join(tmpdir(), 'petbuddy-test-'));
  const uri = testDatabaseUri(label);
  const config = AppConfig.load({ NODE_ENV: 'test', DATA_DIR: dataDir, MONGODB_URI: uri });
  const database = await openDatabase(config);
  const module = await Test.createTestingModule({
    imports: [
      ConfigModule.forRoot(config),
      ClsModule.forRoot({ global: true }),
      DatabaseModule.forRoot(database),
      EventsModule,
      ...imports,
    ],
  }).compile();
  await module.init();
  await module.get(DatabaseIndexService, { strict: false }).prepare();
  return {
    module,
    close: async () => {
      const { violations } = module.get(WireProbe, { strict: false });
      await module.close();
      await database.close();
      await dropTestDatabase(uri);
      rmSync(dataDir, { recursive: true, force: true });
      if (violations.length > 0) throw new Error(`unscoped tenant commands: ${JSON.stringify(violations)}`);
    },
  };
}
