import { MongoClient } from 'mongodb';

import { borrowTestDatabase, dropTestDatabase, returnTestDatabase, testDatabaseUri } from './test-database.js';

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
      const lent = await Promise.all([1, 2, 3].map(() => borrowTestDatabase()));
      expect(lent).toContain(uri);
      expect(new Set(lent).size).toBe(3);
      expect(await client.db().collection('pets').countDocuments()).toBe(0);
      await Promise.all(lent.map(returnTestDatabase));
    } finally {
      await client.close();
    }
  });
});
