import { setTimeout as delay } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Db } from 'mongodb';
import type { Connection } from 'mongoose';
import { BootError } from '../../boot/index.js';
import { AppConfig } from '../../config/index.js';
import { archiveEmbedded, unlockDatabase } from './archive.js';
import { isNeeded, type Migration, runMigration } from './migration.js';
import { type MigrationLease, SchemaVersion } from './schema-version.js';

const POLL_MS = 250;

/** The number of a migration is its place in the list, from 1. */
@Injectable()
export class Migrator {
  private readonly logger = new Logger(Migrator.name);

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly config: AppConfig,
  ) {}

  /**
   * Migrates in development and tests; production only checks.
   * @throws BootError for a database that is newer than the code | in production, for missing migrations
   */
  async prepare(migrations: readonly Migration[]): Promise<void> {
    if (!this.config.isProduction) await this.migrate(migrations);
    else await this.assertMigrated(migrations);
  }

  /**
   * Runs the missing migrations, once for all processes that start at the same time.
   * @returns a line for each migration that this process ran
   * @throws BootError for a database that is newer than the code
   */
  async migrate(migrations: readonly Migration[]): Promise<string[]> {
    const { db } = this;
    const schema = new SchemaVersion(db);
    for (;;) {
      const version = await schema.current();
      if (version === undefined) {
        await schema.initialise(migrations.length);
        continue;
      }
      assertNotNewer(version, migrations.length);
      if (version === migrations.length) return [];
      if (this.isEmbedded && !(await schema.isLeased())) await unlockDatabase(db);
      const lease = await schema.acquire(version);
      if (lease) return this.runAll(db, migrations, version, lease);
      await delay(POLL_MS);
    }
  }

  /** @throws BootError for a database that is newer than the code */
  async assertNotNewer(migrations: readonly Migration[]): Promise<void> {
    assertNotNewer(await this.version(), migrations.length);
  }

  private async assertMigrated(migrations: readonly Migration[]): Promise<void> {
    const version = await this.version();
    assertNotNewer(version, migrations.length);
    const missing = migrations.slice(version).map(({ name }, index) => `- ${version + index + 1}: ${name}`);
    if (missing.length > 0)
      throw new BootError(`The database has to be migrated; run "npm run db:migrate":\n${missing.join('\n')}`);
  }

  private async runAll(
    db: Db,
    migrations: readonly Migration[],
    version: number,
    lease: MigrationLease,
  ): Promise<string[]> {
    const missing = migrations.slice(version);
    const done: string[] = [];
    try {
      const needed = await Promise.all(missing.map((migration) => isNeeded(db, migration)));
      if (this.isEmbedded && needed.includes(true))
        this.logger.log(`archived the database in ${await archiveEmbedded(db, this.config.databaseDir, version)}`);
      for (const [index, migration] of missing.entries()) {
        const changed = await runMigration(db, migration, lease.assertLeaseHeld);
        const number = version + index + 1;
        await lease.record(number, migration.name, changed);
        done.push(`${number}: ${migration.name} (${changed} documents changed)`);
        this.logger.log(`migrated the database to ${done.at(-1)}`);
      }
    } finally {
      await lease.release();
    }
    return done;
  }

  private async version(): Promise<number> {
    return (await new SchemaVersion(this.db).current()) ?? 0;
  }

  private get db(): Db {
    if (!this.connection.db) throw new Error('the database is not connected');
    return this.connection.db;
  }

  private get isEmbedded(): boolean {
    return this.config.mongodbUri === undefined;
  }
}

function assertNotNewer(version: number, newest: number): void {
  if (version > newest)
    throw new BootError(
      `The database has version ${version}, and this program knows versions up to ${newest}. ` +
        'Start the newer program, or restore the archive that was made before the migration.',
    );
}
