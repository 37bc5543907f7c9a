import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.js';
import { AppConfig } from '../core/config/index.js';
import { Migrator } from '../core/database/index.js';
import { MIGRATIONS } from './migrations.js';

const BRAZIL = { _id: new Types.ObjectId(), time_zone: 'America/Sao_Paulo', country: null };
const CHILE = { _id: new Types.ObjectId(), time_zone: 'America/Santiago' };

describe('the migrations of users and companies', () => {
  let uri: string;
  let connection: Connection;

  const all = (collection: string) => connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
  const migrate = () => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate(MIGRATIONS);
  };

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('migrations');
    connection = await mongoose.createConnection(uri).asPromise();
    await connection.collection('companies').insertMany([BRAZIL, CHILE]);
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('keep the choice of users who had switched the sound off', async () => {
    const user = { company_id: BRAZIL._id, email_verified_at: null, revision: 0 };
    await connection.collection('users').insertMany([
      { ...user, email: 'silent@example.com', preferences: { theme: 'dark', sound: false } },
      { ...user, email: 'loud@example.com', preferences: { sound: true } },
    ]);
    await migrate();
    const [silent, loud] = await all('users');
    expect(silent).toMatchObject({
      preferences: { theme: 'dark' },
      notification_ways: { my_message: [], mention: ['toast', 'push'] },
    });
    expect(silent?.['preferences']).not.toHaveProperty('sound');
    expect(loud).not.toHaveProperty('notification_ways');
  });

  it('add push to the chosen ways of users who want to hear of a kind in the app', async () => {
    const user = { company_id: BRAZIL._id, email_verified_at: null, revision: 0 };
    const chosen = { my_message: ['sound'], unassigned_message: [], mention: ['toast'], channel_trouble: ['mail'] };
    await connection.collection('users').insertMany([
      { ...user, email: 'chosen@example.com', notification_ways: chosen },
      { ...user, email: 'later@example.com', notification_ways: { mention: ['toast'], assignment: ['push'] } },
      { ...user, email: 'quiet@example.com', notification_ways: { mention: [] } },
      { ...user, email: 'default@example.com' },
    ]);
    await migrate();
    const ways = (await all('users')).map(({ notification_ways }): unknown => notification_ways);
    expect(ways).toEqual([
      { ...chosen, my_message: ['sound', 'push'], mention: ['toast', 'push'] },
      { mention: ['toast'], assignment: ['push'] },
      { mention: [] },
      undefined,
    ]);
  });

  it('give companies their text of the booking page in their language', async () => {
    const words = { booking_text: 'Bem-vindo', locale: 'pt-BR' };
    await connection.collection('companies').updateOne({ _id: BRAZIL._id }, { $set: words });
    await connection.collection('companies').updateOne({ _id: CHILE._id }, { $set: { booking_text: null } });
    await migrate();
    const [brazil, chile] = await all('companies');
    expect(brazil).toMatchObject({ booking_text_pt: 'Bem-vindo' });
    expect(chile).toMatchObject({ booking_text_en: null });
    for (const company of [brazil, chile]) expect(company).not.toHaveProperty('booking_text');
  });
});
