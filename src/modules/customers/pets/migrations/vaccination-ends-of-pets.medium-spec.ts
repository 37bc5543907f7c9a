import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import { vaccinationEndsOfPets } from './vaccination-ends-of-pets.js';

describe('the migration of pets', () => {
  let uri: string;
  let connection: Connection;

  beforeAll(async () => {
    Logger.overrideLogger(['error', 'fatal']);
    uri = testDatabaseUri('pets');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('adds the days on which vaccinations end', async () => {
    const pet = (more: object) => ({ company_id: new Types.ObjectId(), updated_at: new Date(), ...more });
    const pets = connection.collection('pets');
    await pets.insertMany([
      pet({ vaccinations: [{ name: 'Rabies', given_on: null, expires_on: '2027-01-31' }, { name: 'Flu' }] }),
      pet({}),
    ]);
    await new Migrator(connection, AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri })).migrate([
      vaccinationEndsOfPets,
    ]);
    const migrated = await pets.find({}).sort({ _id: 1 }).toArray();
    expect(migrated.map(({ vaccination_ends }) => vaccination_ends as string[])).toEqual([['2027-01-31'], []]);
  });
});
