import { MongoClient } from 'mongodb';

import { dropTestDatabase, testDatabaseUri } from './test-database.js';

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
