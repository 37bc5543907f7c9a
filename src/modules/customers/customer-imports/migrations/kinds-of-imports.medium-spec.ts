import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import { codesOfRowProblems, kindsOfImports } from './kinds-of-imports.js';

describe('the migrations of imports', () => {
  let uri: string;
  let connection: Connection;

  beforeAll(async () => {
    Logger.overrideLogger(['error', 'fatal']);
    uri = testDatabaseUri('imports');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterAll(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('add the kind, the new counts and the codes of problems', async () => {
    const old = { company_id: new Types.ObjectId(), updated_at: new Date() };
    const [imports, rows] = [connection.collection('customer_imports'), connection.collection('customer_import_rows')];
    await imports.insertOne({ ...old, counts: { rows: 3, kept: 0 } });
    await rows.insertMany([
      { ...old, row: 2, problems: [{ column: 'Born', message: 'Write a date.' }] },
      { ...old, row: 3, problems: [] },
    ]);
    await new Migrator(connection, AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri })).migrate([
      kindsOfImports,
      codesOfRowProblems,
    ]);
    expect(await imports.findOne({})).toMatchObject({ kind: 'customers', counts: { rows: 3, services_created: 0 } });
    expect(await rows.find({}).sort({ row: 1 }).toArray()).toMatchObject([
      { problems: [{ column: 'Born', code: 'OTHER', message: 'Write a date.' }] },
      { problems: [] },
    ]);
  });
});
