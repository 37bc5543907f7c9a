import { randomBytes } from 'node:crypto';

import { MongoClient } from 'mongodb';

/** MongoDB's names of databases may have 63 bytes; what the name adds must leave room for the parts that make it unique. */
const MAX_LABEL_LENGTH = 30;

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

function serverUri(): string {
  const uri = process.env.TEST_MONGODB_URI;
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: run the tests by `npm test` or `npm run jest`');
  return uri;
}
