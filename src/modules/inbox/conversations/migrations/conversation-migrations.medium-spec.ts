import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { type Migration, Migrator } from '../../../../core/database/index.js';
import { readByOfConversations } from './read-by-of-conversations.js';

const company_id = new Types.ObjectId();

describe('migrations of conversations', () => {
  let uri: string;
  let connection: Connection;

  const conversations = () => connection.collection('conversations').find({}).sort({ _id: 1 }).toArray();
  const migrate = (migration: Migration) => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate([migration]);
  };
  const conversation = (more: object) => ({
    _id: new Types.ObjectId(),
    company_id,
    updated_at: new Date('2026-11-02T12:00:00Z'),
    ...more,
  });

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('conversations');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('take over the read marks that cover all customer messages', async () => {
    const [one, other] = [conversation({ inbound_count: 3 }), conversation({ inbound_count: 1 })];
    await connection.collection('conversations').insertMany([one, other]);
    const [done, behind] = [new Types.ObjectId(), new Types.ObjectId()];
    const mark = { company_id, conversation_id: one._id, up_to_seq: 9 };
    await connection.collection('read_marks').insertMany([
      { ...mark, user_id: done, inbound_count: 3 },
      { ...mark, user_id: behind, inbound_count: 2 },
    ]);
    await migrate(readByOfConversations);
    expect(await conversations()).toMatchObject([{ read_by: [{ user_id: done, inbound_count: 3 }] }, { read_by: [] }]);
  });
});
