import { randomBytes } from 'node:crypto';

import { MongoClient } from 'mongodb';

/** MongoDB's names of databases may have 63 bytes; what the name adds must leave room for the parts that make it unique. */
const MAX_LABEL_LENGTH = 30;
/** Without it, an empty database would be migrated from the first version on. */
const SCHEMA_VERSION = 'schema_version';
/** The last write of a process that a suite has killed ends before. */
const REST_MS = 5_000;

/**
 * Connection string of a database that no other suite uses, on the server of this test run. Call it once a suite.
 *
 * @param label something to know the database by, for example the feature's name
 */
export function testDatabaseUri(label = 'suite'): string {
  const uri = new URL(serverUri());
  const worker = process.env.JEST_WORKER_ID ?? '0';
  const name = label.replace(/\W+/g, '_').slice(0, MAX_LABEL_LENGTH);
  uri.pathname = `/test_${worker}_${name}_${randomBytes(5).toString('hex')}`;
  return uri.toString();
}

/** Drops the database of a connection string from testDatabaseUri. Call it when the suite's own connections are closed. */
export async function dropTestDatabase(uri: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    await client.db().dropDatabase();
  } finally {
    await client.close();
  }
}

/**
 * Connection string of an empty database. It may have the collections and indexes of a suite before, because to create them
 * takes longer than most suites. Call returnTestDatabase when the suite's own connections are closed.
 */
export async function borrowTestDatabase(label?: string): Promise<string> {
  const uri = new URL(testDatabaseUri(label));
  await withServer(async (server) => {
    const returned_at = { $lt: new Date(Date.now() - REST_MS) };
    const free = await freeDatabases(server).findOneAndDelete({ returned_at });
    if (!free) return;
    uri.pathname = `/${free._id}`;
    const collections = await server.db(free._id).collections({ nameOnly: true });
    const used = collections.filter(({ collectionName }) => collectionName !== SCHEMA_VERSION);
    await Promise.all(used.map((collection) => collection.deleteMany({})));
  });
  return uri.toString();
}

/** Lends a database to the suites that follow. */
export async function returnTestDatabase(uri: string): Promise<void> {
  const free = { _id: new URL(uri).pathname.slice(1), returned_at: new Date() };
  await withServer((server) => freeDatabases(server).insertOne(free));
}

/** In the server, because the workers of Jest come and go. */
const freeDatabases = (server: MongoClient) =>
  server.db('test_pool').collection<{ _id: string; returned_at: Date }>('free');

async function withServer<T>(run: (server: MongoClient) => Promise<T>): Promise<T> {
  const server = new MongoClient(serverUri());
  try {
    return await run(server);
  } finally {
    await server.close();
  }
}

function serverUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: run the tests by `npm test` or `npm run jest`');
  return uri;
}
