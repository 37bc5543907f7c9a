import { MongoClient } from 'mongodb';

import { borrowTestDatabase, dropTestDatabase, returnTestDatabase, testDatabaseUri } from './test-database.js';

const MANY = 20;

describe('testDatabaseUri', () => {
  it('names a fresh database each time, which dropTestDatabase removes', async () => {
    const [uri, other] = [testDatabaseUri('Some feature/part'), testDatabaseUri('Some feature/part')];
    const client = new MongoClient(uri);
    try {
      expect(uri).not.toBe(other);
      expect(client.db().databaseName).toMatch(/^test_\d+_Some_feature_part_/);
      await client.db().collection('pets').insertOne({ name: 'Rex' });
      await dropTestDatabase(uri);
      expect(await client.db().collection('pets').countDocuments()).toBe(0);
    } finally {
      await client.close();
    }
  });
});

describe('borrowTestDatabase', () => {
  it('lends each returned database to one suite at a time, without its documents', async () => {
    const uri = await borrowTestDatabase();
    const client = new MongoClient(uri);
    try {
      await client.db().collection('pets').insertOne({ name: 'Rex' });
      await returnTestDatabase(uri);
      const long = { $set: { returned_at: new Date(0) } };
      await client.db('test_pool').collection('free').updateMany({}, long);
      // More than are free, because other suites return and borrow theirs meanwhile.
      const lent = await Promise.all(Array.from({ length: MANY }, () => borrowTestDatabase()));
      expect(new Set(lent).size).toBe(MANY);
      for (const one of lent) {
        const { pathname } = new URL(one);
        expect(await client.db(pathname.slice(1)).collection('pets').countDocuments()).toBe(0);
      }
      await Promise.all(lent.map(returnTestDatabase));
    } finally {
      await client.close();
    }
  });
});
