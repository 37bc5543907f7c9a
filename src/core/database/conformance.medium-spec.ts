/**
 * What the product takes for granted of its database, on whichever one is configured: the embedded engine is not the
 * MongoDB server that production may have, and each of these carries an invariant of some feature.
 */
import { MongoBulkWriteError, MongoClient, MongoServerError, type Collection, type Document } from 'mongodb';

import { checkDurability } from '../../../test/chaos/embedded-durability.js';
import { describeWithEmbeddedDatabase } from '../../../test/support/optional-servers.js';
import { dropTestDatabase, testDatabaseUri } from '../../../test/support/test-database.js';

const DUPLICATE_KEY = 11000;
const RACERS = 200;
const CLAIM_RACERS = 100;
const POOL_SIZE = 50;

describe('the database', () => {
  const uri = testDatabaseUri('conformance');
  const client = new MongoClient(uri, { maxPoolSize: POOL_SIZE });
  let collection: Collection<Document>;
  let collections = 0;

  beforeEach(() => {
    collections += 1;
    collection = client.db().collection(`c${collections}`);
  });

  afterAll(async () => {
    await client.close();
    await dropTestDatabase(uri);
  });

  /** How many of the writes were done; every other must have failed as a duplicate. */
  const countWinners = async (writes: Promise<unknown>[]): Promise<number> => {
    const results = await Promise.allSettled(writes);
    const failures = results.filter((result) => result.status === 'rejected');
    expect(failures.map(({ reason }) => (reason as MongoServerError).code)).toEqual(failures.map(() => DUPLICATE_KEY));
    return results.length - failures.length;
  };

  it(`lets one of ${RACERS} racers win each key of a unique index`, async () => {
    await collection.createIndex({ company_id: 1, key: 1 }, { unique: true });
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const race = (key: string): Promise<unknown>[] =>
      Array.from({ length: RACERS }, (_, racer) => collection.insertOne({ company_id: 1, key, racer }));
    expect(await Promise.all(keys.map((key) => countWinners(race(key))))).toEqual(keys.map(() => 1));
    expect(await collection.countDocuments()).toBe(keys.length);
  });

  it(`lets one of ${RACERS} racers upsert each key of a unique index`, async () => {
    await collection.createIndex({ key: 1 }, { unique: true });
    const upsert = (): Promise<Document | null> =>
      collection.findOneAndUpdate({ key: 'a' }, { $inc: { n: 1 } }, { upsert: true, returnDocument: 'after' });
    const done = await countWinners(Array.from({ length: RACERS }, upsert));
    const documents = await collection.find().toArray();
    expect(documents.map(({ n }) => n as number)).toEqual([done]);
  });

  it(`gives a claim to one of ${CLAIM_RACERS} racers`, async () => {
    await collection.insertOne({ job: 1, claimed_by: null });
    const claims = await Promise.all(
      Array.from({ length: CLAIM_RACERS }, (_, racer) =>
        collection.findOneAndUpdate({ job: 1, claimed_by: null }, { $set: { claimed_by: racer } }),
      ),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
  });

  it('loses none of many increments of one document', async () => {
    await collection.insertOne({ counter: 'seq', n: 0 });
    const seen = await Promise.all(
      Array.from({ length: RACERS }, () =>
        collection.findOneAndUpdate({ counter: 'seq' }, { $inc: { n: 1 } }, { returnDocument: 'after' }),
      ),
    );
    expect(new Set(seen.map((document) => document?.n as number)).size).toBe(RACERS);
  });

  it('stops an ordered insertMany at the failing document and says which it is', async () => {
    await collection.createIndex({ key: 1 }, { unique: true });
    const error: unknown = await collection
      .insertMany([{ key: 1 }, { key: 2 }, { key: 1 }, { key: 3 }], { ordered: true })
      .catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(MongoBulkWriteError);
    const { writeErrors, insertedCount } = error as MongoBulkWriteError;
    expect([writeErrors].flat().map(({ index, code }) => ({ index, code }))).toEqual([
      { index: 2, code: DUPLICATE_KEY },
    ]);
    expect(insertedCount).toBe(2);
    expect(await collection.distinct('key')).toEqual([1, 2]);
  });

  it('goes on after the failing documents of an unordered insertMany', async () => {
    await collection.createIndex({ key: 1 }, { unique: true });
    const error: unknown = await collection
      .insertMany([{ key: 1 }, { key: 1 }, { key: 2 }, { key: 2 }, { key: 3 }], { ordered: false })
      .catch((reason: unknown) => reason);
    const { writeErrors } = error as MongoBulkWriteError;
    expect([writeErrors].flat().map(({ index }) => index)).toEqual([1, 3]);
    expect(await collection.distinct('key')).toEqual([1, 2, 3]);
  });

  it('keeps the elements of an array unique across documents, also in a race', async () => {
    await collection.createIndex({ company_id: 1, 'slots.key': 1 }, { unique: true });
    await collection.insertOne({ company_id: 1, slots: [{ key: '10:00' }, { key: '10:15' }] });
    const overlapping = { company_id: 1, slots: [{ key: '10:15' }, { key: '10:30' }] };
    await expect(collection.insertOne(overlapping)).rejects.toMatchObject({ code: DUPLICATE_KEY });
    await collection.insertOne({ company_id: 2, slots: [{ key: '10:15' }] });
    const racers = Array.from({ length: RACERS }, (_, racer) =>
      collection.insertOne({ company_id: 1, slots: [{ key: `own-${racer}` }, { key: '11:00' }] }),
    );
    expect(await countWinners(racers)).toBe(1);
  });

  it('holds a partial unique index only over the documents of its filter', async () => {
    await collection.createIndex({ contact_id: 1 }, { unique: true, partialFilterExpression: { status: 'open' } });
    await collection.insertMany([
      { contact_id: 1, status: 'closed' },
      { contact_id: 1, status: 'closed' },
      { contact_id: 1, status: 'open' },
    ]);
    await expect(collection.insertOne({ contact_id: 1, status: 'open' })).rejects.toMatchObject({
      code: DUPLICATE_KEY,
    });
    const reopen = collection.updateOne({ contact_id: 1, status: 'closed' }, { $set: { status: 'open' } });
    await expect(reopen).rejects.toMatchObject({ code: DUPLICATE_KEY });
  });

  it('sorts in memory where several indexes compete for the query and none has its order', async () => {
    await collection.createIndexes([{ key: { a: 1, b: 1 } }, { key: { a: 1, n: -1, c: 1 } }, { key: { a: 1, n: 1 } }]);
    await collection.insertMany(Array.from({ length: 4_000 }, (_, n) => ({ a: 1, b: n % 3, n, text: `t${n % 100}` })));
    const sorted = await collection.find({ a: 1 }).sort({ text: -1, n: -1 }).limit(2).toArray();
    expect(sorted.map(({ n }) => n as number)).toEqual([3_999, 3_899]);
  });

  it('updates by an aggregation pipeline, alone and in a bulkWrite', async () => {
    const raiseRank = (rank: number): Document[] => [
      { $set: { rank: { $max: ['$rank', rank] }, history: { $concatArrays: ['$history', [rank]] } } },
    ];
    await collection.insertOne({ message: 1, rank: 1, history: [] });
    await collection.updateOne({ message: 1 }, raiseRank(3));
    await collection.bulkWrite([
      { updateOne: { filter: { message: 1 }, update: raiseRank(2) } },
      { updateOne: { filter: { message: 2 }, update: [{ $set: { rank: 1 } }], upsert: true } },
    ]);
    expect(await collection.findOne({ message: 1 })).toMatchObject({ rank: 3, history: [3, 2] });
    expect(await collection.findOne({ message: 2 })).toMatchObject({ rank: 1 });
  });
});

describeWithEmbeddedDatabase('the embedded database', () => {
  it('has no TTL monitor: an expired document stays until a job of ours sweeps it', async () => {
    const uri = testDatabaseUri('ttl');
    const client = new MongoClient(uri);
    try {
      const leases = client.db().collection('leases');
      await leases.createIndex({ expires_at: 1 }, { expireAfterSeconds: 0 });
      await leases.insertOne({ expires_at: new Date(0) });
      const status = await client.db('admin').command({ serverStatus: 1 });
      expect(status.metrics.ttl).toBeUndefined();
      expect(await leases.countDocuments()).toBe(1);
    } finally {
      await client.close();
      await dropTestDatabase(uri);
    }
  });

  it('loses no acknowledged write of 32 writers over 5 SIGKILLs', async () => {
    const result = await checkDurability(10_000, 5);
    expect(result.lost).toEqual([]);
    expect(result.acknowledged).toBeGreaterThanOrEqual(10_000);
    expect(result.kills).toBe(5);
  });
});
