import { MongoClient, type WriteConcernSettings } from 'mongodb';
import type { AppConfig } from '../config/index.js';
import { acquireEmbeddedDatabase, type EmbeddedDatabaseHandle } from './embedded/index.js';
import { durableWriteConcern } from './write-concern.js';

export const DATABASE_NAME = 'petbuddy';
export const SERVER_SELECTION_TIMEOUT_MS = 5_000;
/** The server may still be starting, and a busy machine takes long to load this program. */
const START_TIMEOUT_MS = 60_000;

export interface DatabaseAddress {
  readonly uri: string;
  readonly writeConcern: WriteConcernSettings;
  close(): Promise<void>;
}

/**
 * Opens MONGODB_URI, or the embedded engine in DATA_DIR, and asks the server for its kind, which decides the write
 * concern (docs/adr/0002).
 * @throws EmbeddedDatabaseError | MongoServerSelectionError
 */
export async function openDatabase(config: AppConfig): Promise<DatabaseAddress> {
  const embedded = config.mongodbUri ? undefined : await acquireEmbeddedDatabase({ dataDir: config.databaseDir });
  const uri = config.mongodbUri ?? withDatabase((embedded as EmbeddedDatabaseHandle).uri);
  return {
    uri,
    writeConcern: await detectWriteConcern(uri),
    close: async () => embedded?.release(),
  };
}

async function detectWriteConcern(uri: string): Promise<WriteConcernSettings> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: START_TIMEOUT_MS });
  try {
    return durableWriteConcern(await client.db('admin').command({ hello: 1 }));
  } finally {
    await client.close();
  }
}

function withDatabase(uri: string): string {
  const parsed = new URL(uri);
  parsed.pathname = `/${DATABASE_NAME}`;
  return parsed.toString();
}
