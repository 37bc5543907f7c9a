import { Logger } from '@nestjs/common';
import mongoose, { type Connection } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import {
  foreignPicturesOfContacts,
  foreignPicturesOfConversations,
  foreignPicturesOfEvents,
  foreignPicturesOfIdentities,
} from './foreign-pictures.js';

describe('the migrations of pictures', () => {
  let uri: string;
  let connection: Connection;

  const all = (collection: string) => connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
  const migrate = () => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate([
      foreignPicturesOfContacts,
      foreignPicturesOfIdentities,
      foreignPicturesOfConversations,
      foreignPicturesOfEvents,
    ]);
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

  it('forget pictures at addresses of the platforms, and keep the addresses of our own', async () => {
    const foreign = 'https://platform.example.com/picture';
    const own = '/api/v1/media/files/x';
    const event = (avatar_url: string) => ({ data: { conversation: { contact: { full_name: 'Ana', avatar_url } } } });
    await connection
      .collection('contacts')
      .insertMany([{ avatar_url: foreign }, { avatar_url: null, avatar_key: 'k' }, {}]);
    await connection.collection('identities').insertOne({ profile: { name: 'Ana', avatar_url: foreign } });
    await connection.collection('conversations').insertOne({ contact: { full_name: 'Ana', avatar_url: foreign } });
    await connection.collection('realtime_events').insertMany([event(foreign), event(own)]);
    await migrate();
    const contacts = await all('contacts');
    expect(contacts.map(({ avatar_key, avatar_url }) => [avatar_key, avatar_url] as unknown)).toEqual([
      [null, undefined],
      ['k', undefined],
      [null, undefined],
    ]);
    expect(await all('identities')).toEqual([{ _id: expect.anything(), profile: { name: 'Ana' } }]);
    expect(await all('conversations')).toMatchObject([{ contact: { full_name: 'Ana' } }]);
    expect(JSON.stringify(await all('conversations'))).not.toContain('avatar_url');
    const events = await all('realtime_events');
    expect(events.map(({ data }) => data.conversation.contact.avatar_url as unknown)).toEqual([null, own]);
  });
});
