import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import { quotesOfMessages } from './quotes-of-messages.js';

const company_id = new Types.ObjectId();
describe('the migration of quotes', () => {
  let uri: string;
  let connection: Connection;

  const all = (collection: string) => connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
  const migrate = () => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate([quotesOfMessages]);
  };

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('migration');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('shows the beginning of the message that a received message quotes', async () => {
    const conversation_id = new Types.ObjectId();
    const channel_id = new Types.ObjectId();
    const message = (seq: number, more: object) => ({
      ...{ _id: new Types.ObjectId(), company_id, conversation_id, channel_id, seq },
      author: { kind: 'contact', id: null },
      ...more,
    });
    const answered = message(1, { content: 'x'.repeat(200), external_id: 'whole' });
    const sent = message(2, {
      content: '',
      external_id: 'p2',
      external_ids: ['p1', 'p2'],
      attachments: [{ type: 'image' }],
    });
    const quoting = (seq: number, id: string) => message(seq, { context: { reply_to_external_id: id } });
    await connection
      .collection('messages')
      .insertMany([answered, sent, quoting(3, 'whole'), quoting(4, 'p1'), quoting(5, 'unknown')]);
    await migrate();
    const messages = await all('messages');
    expect(messages.slice(2).map(({ quoted }) => quoted as unknown)).toEqual([
      { message_id: answered._id, seq: 1, author: answered.author, content: 'x'.repeat(160), attachment_type: null },
      { message_id: sent._id, seq: 2, author: sent.author, content: '', attachment_type: 'image' },
      null,
    ]);
    expect(messages[0]).not.toHaveProperty('quoted');
  });
});
