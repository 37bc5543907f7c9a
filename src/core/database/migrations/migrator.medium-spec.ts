import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Logger } from '@nestjs/common';
import type { CommandStartedEvent, Document, Sort } from 'mongodb';
import mongoose, { type Connection } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../test/support/test-database.js';
import { AppConfig } from '../../config/index.js';
import { acquireEmbeddedDatabase } from '../embedded/index.js';
import { type Migration, runMigration } from './migration.js';
import { Migrator } from './migrator.js';

const PETS = 1_200;

const renamed = (from: string, to: string): Migration => ({
  name: `pets have a ${to}`,
  collection: 'pets',
  old: { [from]: { $exists: true } },
  guard: 'ver',
  changes: () => Promise.resolve((pet) => ({ $set: { [to]: pet[from] as unknown }, $unset: { [from]: true } })),
});
const MIGRATIONS = [renamed('a', 'b'), renamed('b', 'c')];
beforeAll(() => Logger.overrideLogger(['error', 'fatal']));

describe('Migrator', () => {
  let uri: string;
  let connections: Connection[];

  const config = (env: Record<string, string> = {}): AppConfig =>
    AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri, ...env });
  const migrator = async (env?: Record<string, string>): Promise<Migrator> => {
    const connection = await mongoose.createConnection(uri).asPromise();
    connections.push(connection);
    return new Migrator(connection, config(env));
  };
  const collection = (name: string) => connections[0]!.db!.collection(name);
  const plant = (count = PETS) =>
    collection('pets').insertMany(Array.from({ length: count }, (_, index) => ({ a: index, ver: 1 })));
  const version = async () => (await collection('schema_version').findOne({}))?.['version'] as unknown;

  beforeEach(() => {
    uri = testDatabaseUri('migrations');
    connections = [];
  });
  afterEach(async () => {
    await Promise.all(connections.map((connection) => connection.close()));
    await dropTestDatabase(uri);
  });

  it('leaves a new database as it is and notes the newest version', async () => {
    expect(await (await migrator()).migrate(MIGRATIONS)).toEqual([]);
    expect(await version()).toBe(2);
  });

  it('runs each migration once, in order, when several processes start at the same time', async () => {
    const all = await Promise.all([migrator(), migrator(), migrator()]);
    await plant();
    const lines = (await Promise.all(all.map((one) => one.migrate(MIGRATIONS)))).flat();
    expect(lines).toEqual([
      `1: pets have a b (${PETS} documents changed)`,
      `2: pets have a c (${PETS} documents changed)`,
    ]);
    expect(await version()).toBe(2);
    expect(await collection('pets').countDocuments({ c: { $exists: true }, a: { $exists: false } })).toBe(PETS);
  });

  it('continues at the migration in which a process failed', async () => {
    const first = await migrator();
    await plant();
    const broken: Migration = { ...MIGRATIONS[1]!, changes: () => Promise.reject(new Error('out of paper')) };
    await expect(first.migrate([MIGRATIONS[0]!, broken])).rejects.toThrow('out of paper');
    expect(await version()).toBe(1);
    expect(await first.migrate(MIGRATIONS)).toEqual([`2: pets have a c (${PETS} documents changed)`]);
  });

  it('reads each document twice at most, however many batches there are', async () => {
    await migrator();
    const documents = PETS * 2;
    await plant(documents);
    const connection = await mongoose.createConnection(uri, { monitorCommands: true }).asPromise();
    connections.push(connection);
    let find: Document = {};
    connection.getClient().on('commandStarted', ({ commandName, command }: CommandStartedEvent) => {
      if (commandName === 'find') find = command;
    });
    let read = 0;
    // It is asked after each batch was read.
    const assertHeld = async (): Promise<void> => {
      const { filter, sort, limit } = find as { filter: Document; sort?: Sort; limit: number };
      const plan = connection.collection('pets').find(filter, { limit, ...(sort && { sort }) });
      read += (await plan.explain('executionStats'))['executionStats'].totalDocsExamined as number;
    };
    await runMigration(connection.db!, MIGRATIONS[0]!, assertHeld);
    expect(read).toBeGreaterThanOrEqual(documents);
    expect(read).toBeLessThanOrEqual(2 * documents);
  });

  it('leaves documents that cannot be brought to the new shape', async () => {
    const one = await migrator();
    await plant();
    const even: Migration = {
      ...MIGRATIONS[0]!,
      changes: async (db) => {
        const change = await MIGRATIONS[0]!.changes(db);
        return (pet) => ((pet['a'] as number) % 2 === 0 ? change(pet) : null);
      },
    };
    expect(await one.migrate([even])).toEqual([`1: pets have a b (${PETS / 2} documents changed)`]);
    expect(await collection('pets').countDocuments({ a: { $exists: true } })).toBe(PETS / 2);
  });

  it('changes documents with ids of several types', async () => {
    await migrator();
    await plant(1);
    await collection('pets').insertMany([
      { _id: 'text' as never, a: 1, ver: 1 },
      { _id: 7 as never, a: 1, ver: 1 },
    ]);
    expect(await runMigration(connections[0]!.db!, MIGRATIONS[0]!, () => Promise.resolve())).toBe(3);
  });

  it('keeps changes that another process writes during a migration', async () => {
    await migrator();
    await plant(1);
    const write = () => collection('pets').updateOne({ ver: 1 }, { $set: { a: 'new' }, $inc: { ver: 1 } });
    // It is asked between the reading and the writing.
    const assertHeld = async (): Promise<void> => void (await write());
    await runMigration(connections[0]!.db!, MIGRATIONS[0]!, assertHeld);
    expect(await collection('pets').findOne({})).toMatchObject({ b: 'new' });
  });

  it('refuses a database that is newer than the code', async () => {
    const one = await migrator();
    await one.migrate(MIGRATIONS);
    await expect(one.prepare(MIGRATIONS.slice(0, 1))).rejects.toThrow(/has version 2, .* Start the newer program/);
  });

  it('runs no migration in production, but names the missing ones', async () => {
    const secrets = Object.fromEntries(
      ['JWT_ACCESS_SECRET', 'JWT_REFRESH_SECRET', 'INTERNAL_SERVICE_API_KEY'].map((name) => [name, 'x'.repeat(32)]),
    );
    const ENCRYPTION_KEY = Buffer.alloc(32).toString('base64');
    const one = await migrator({ NODE_ENV: 'production', ...secrets, ENCRYPTION_KEY });
    await plant(1);
    await expect(one.prepare(MIGRATIONS)).rejects.toThrow(
      'run "npm run db:migrate":\n- 1: pets have a b\n- 2: pets have a c',
    );
    await one.migrate(MIGRATIONS);
    await one.prepare(MIGRATIONS);
  });
});

describe('Migrator of the embedded database', () => {
  it('archives the data folder before the first change', async () => {
    const DATA_DIR = await mkdtemp(join(tmpdir(), 'petbuddy-archive-'));
    const config = AppConfig.load({ NODE_ENV: 'test', DATA_DIR });
    const engine = await acquireEmbeddedDatabase({ dataDir: config.databaseDir, lingerMs: 0 });
    const connection = await mongoose.createConnection(engine.uri).asPromise();
    await connection.collection('pets').insertOne({ a: 1 });
    const migrator = new Migrator(connection, config);
    await migrator.migrate(MIGRATIONS);
    await connection.collection('pets').insertOne({ c: 2 });
    await migrator.migrate([...MIGRATIONS, renamed('x', 'y')]);
    await connection.close();
    await engine.release({ awaitClose: true });
    const archives = await readdir(join(DATA_DIR, 'archive'));
    expect(archives).toHaveLength(1);
    const copy = await acquireEmbeddedDatabase({ dataDir: join(DATA_DIR, 'archive', archives[0]!), lingerMs: 0 });
    const old = await mongoose.createConnection(copy.uri).asPromise();
    expect(
      await old
        .collection('pets')
        .find({}, { projection: { _id: 0 } })
        .toArray(),
    ).toEqual([{ a: 1 }]);
    await old.close();
    await copy.release({ awaitClose: true });
    await rm(DATA_DIR, { recursive: true });
  });
});
