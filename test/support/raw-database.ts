import { type Db, MongoClient } from 'mongodb';
import type { TestApp } from './test-app.js';

/** A test's own look at the product's database: past every wall, and unseen by the wire probe. */
export interface RawDatabase {
  readonly db: Db;
  close(): Promise<void>;
}

/** Opens the database of a running product on a connection of its own. */
export async function openRawDatabase({ config }: Pick<TestApp, 'config'>): Promise<RawDatabase> {
  if (config.mongodbUri === undefined) throw new Error('the test environment names no database');
  const client = await new MongoClient(config.mongodbUri).connect();
  return { db: client.db(), close: () => client.close() };
}
