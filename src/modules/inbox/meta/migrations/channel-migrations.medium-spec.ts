import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { type Migration, Migrator } from '../../../../core/database/index.js';
import { tokensOfChannels } from '../../channels/index.js';
import { provenChannels } from './proven-channels.js';
import { providersOfChannels } from './providers-of-channels.js';

const company_id = new Types.ObjectId();
const checked_at = new Date('2026-11-02T12:00:00Z');

describe('the migrations of channels', () => {
  let uri: string;
  let connection: Connection;

  const channels = () => connection.collection('channels').find({}).sort({ external_id: 1 }).toArray();
  const migrate = (migration: Migration = provenChannels) => {
    const config = AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri });
    return new Migrator(connection, config).migrate([migration]);
  };

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('channels');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  const channel = (external_id: string, more: object) => ({
    company_id,
    platform: 'facebook',
    external_id,
    access_token: 'sealed',
    settings: {},
    state: 'live',
    live: true,
    health: { subscribed_fields: [] },
    updated_at: checked_at,
    ...more,
  });
  const subscribed = { health: { subscribed_fields: ['messages'] } };

  it('keeps the channels live that were subscribed, and wants a proof of the others', async () => {
    await connection
      .collection('channels')
      .insertMany([
        channel('1', subscribed),
        channel('2', {}),
        channel('3', { ...subscribed, access_token: null }),
        channel('4', { live: false, state: 'disconnected' }),
      ]);
    const before = new Date();
    await migrate();
    const migrated = await channels();
    expect(migrated.map(({ state }) => state as string)).toEqual(['live', 'unverified', 'unverified', 'disconnected']);
    const [kept, tokenOnly, noToken, gone] = migrated.map(({ released_at }) => released_at as Date | null);
    expect([kept, gone]).toEqual([null, checked_at]);
    // From then on, the events of the account wait for its next proof.
    for (const released of [tokenOnly, noToken]) expect(released?.getTime()).toBeGreaterThanOrEqual(before.getTime());
  });

  it('keeps the WhatsApp channels live whose last self-test passed', async () => {
    const number = (external_id: string, health: object) =>
      channel(external_id, {
        platform: 'whatsapp',
        settings: { waba_id: '205' },
        health: { subscribed_fields: [], ...health },
      });
    await connection
      .collection('channels')
      .insertMany([
        number('1', { checked_at, last_error: null }),
        number('2', { checked_at, last_error: { code: 'GRAPH_190' } }),
        number('3', { checked_at: null, last_error: null }),
      ]);
    await migrate();
    const migrated = await channels();
    expect(migrated.map(({ state }) => state as string)).toEqual(['live', 'unverified', 'unverified']);
  });

  it('notes the node at Meta that the live channels are subscribed by', async () => {
    const passed = { health: { subscribed_fields: [], checked_at, last_error: null } };
    await connection
      .collection('channels')
      .insertMany([
        channel('1', subscribed),
        channel('2', { ...subscribed, platform: 'instagram', settings: { page_id: '1' } }),
        channel('3', { ...subscribed, platform: 'instagram', settings: {} }),
        channel('4', { ...passed, platform: 'whatsapp', settings: { waba_id: '205' } }),
        channel('5', {}),
      ]);
    await migrate();
    const migrated = await channels();
    const nodes = migrated.map(({ subscribed_node }) => subscribed_node as string | undefined);
    expect(nodes).toEqual(['1', '1', '3', '205', undefined]);
  });

  it('give channels the provider `graph` and leave those that name another one', async () => {
    await connection.collection('channels').insertMany([channel('1', {}), channel('2', { provider: 'waha' })]);
    await migrate(providersOfChannels);
    expect((await channels()).map(({ provider }) => provider as string)).toEqual(['graph', 'waha']);
  });

  it('keep the known end of a token beside the token', async () => {
    const token_expires_at = new Date('2027-01-02T03:04:05Z');
    await connection
      .collection('channels')
      .insertMany([
        channel('1', { health: { subscribed_fields: [], token_expires_at } }),
        channel('2', {}),
        channel('3', { access_token: undefined, live: false, state: 'disconnected' }),
      ]);
    await migrate(tokensOfChannels);
    const tokens = (await channels()).map(({ token }) => token as { expires_at: Date | null } | undefined);
    expect(tokens.map((token) => token?.expires_at)).toEqual([token_expires_at, null, undefined]);
    expect(tokens[0]).toMatchObject({ kind: null, refreshed_at: null, last_error: null, checked_at: null });
  });
});
