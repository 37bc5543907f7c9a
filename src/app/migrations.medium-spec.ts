import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../test/support/test-database.js';
import { AppConfig } from '../core/config/index.js';
import { Migrator } from '../core/database/index.js';
import { MIGRATIONS } from './migrations.js';

const BRAZIL = { _id: new Types.ObjectId(), time_zone: 'America/Sao_Paulo', country: null };
const CHILE = { _id: new Types.ObjectId(), time_zone: 'America/Santiago' };
const service_id = new Types.ObjectId();
const pets = [new Types.ObjectId(), new Types.ObjectId()];
const starts_at = new Date('2026-11-02T12:00:00Z');
const ends_at = new Date('2026-11-02T13:00:00Z');
const legs = [
  { lane: 'staff:a', from: 1, to: 3, quantity: 1, capacity: 1, a: 'x' },
  { lane: 'pool:b', from: 2, to: 4, quantity: 2, capacity: 5, a: 'x' },
];

const service = (company: { _id: Types.ObjectId }) => ({
  company_id: company._id,
  price: 90.5,
  pet_matrix: [
    { size: 'large', price: 120.1, price_delta: null },
    { size: 'small', price: null, price_delta: -10.25 },
  ],
  add_ons: [{ key: 'nails', price: 15 }],
  staff_overrides: [{ staff_id: 'x', price: null }],
  revision: 3,
});
const appointment = (more: object) => ({
  company_id: BRAZIL._id,
  state: 'CONFIRMED',
  ver: 1,
  service_id,
  legs,
  ...more,
});

describe('the migrations of this code', () => {
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

  it('give companies a country and its currency', async () => {
    await migrate();
    expect(await all('companies')).toMatchObject([
      { country: 'BR', currency: 'BRL' },
      { country: 'CL', currency: 'CLP' },
    ]);
  });

  it('bring prices of services to minor units of the company`s currency', async () => {
    await connection.collection('services').insertMany([service(BRAZIL), service(CHILE)]);
    await migrate();
    const [brazilian, chilean] = await all('services');
    expect(brazilian).toMatchObject({
      price: 9_050,
      pet_matrix: [
        { size: 'large', price: 12_010, price_delta: null },
        { size: 'small', price: null, price_delta: -1_025 },
      ],
      add_ons: [{ key: 'nails', price: 1_500 }],
      staff_overrides: [{ staff_id: 'x', price: null }],
    });
    expect(chilean).toMatchObject({ price: 91, add_ons: [{ price: 15 }] });
    expect(brazilian).not.toHaveProperty('minor_units');
  });

  it('multiply no price twice when they are interrupted', async () => {
    const converted = { ...service(BRAZIL), price: 9_050, minor_units: true };
    await connection.collection('services').insertMany([converted, service(BRAZIL)]);
    await migrate();
    expect(await all('services')).toMatchObject([{ price: 9_050 }, { price: 9_050 }]);
  });

  it('bring prices and fees of appointments to minor units, and leave those that have a currency', async () => {
    const lines = [
      { service_id, price: 80.1 },
      { service_id, price: null },
    ];
    await connection
      .collection('appointments')
      .insertMany([
        appointment({ price: 80.1, fee: 20.03, lines }),
        appointment({ price: null, fee: null, lines: [] }),
        appointment({ price: 8_010, fee: null, lines: [], currency: 'EUR' }),
      ]);
    await migrate();
    expect(await all('appointments')).toMatchObject([
      { price: 8_010, fee: 2_003, currency: 'BRL', lines: [{ price: 8_010 }, { price: null }] },
      { price: null, fee: null, currency: 'BRL' },
      { price: 8_010, currency: 'EUR' },
    ]);
  });

  it('complete appointments that have no lines and no busy text', async () => {
    await connection
      .collection('appointments')
      .insertMany([
        appointment({ pet_ids: pets, price: 50, starts_at, ends_at }),
        appointment({ starts_at, ends_at, lines: [{ service_id, price: 1 }] }),
      ]);
    await migrate();
    const [whole, lined] = await all('appointments');
    expect(whole).toMatchObject({
      lines: [
        { pet_id: pets[0], service_id, staff_id: null, starts_at, ends_at, price: 5_000, add_ons: [] },
        { pet_id: pets[1], service_id, price: null },
      ],
      busy: 'staff:a|1|3|1\npool:b|2|4|2',
      policy: { late_fee_percent: 0 },
      pending_on: [],
      ...{ approved: [], override: null, freed: null },
    });
    expect(lined).toMatchObject({ lines: [{ service_id, price: 100 }], busy: 'staff:a|1|3|1\npool:b|2|4|2' });
  });

  it('keep the ids of the pieces of sent messages, also where the version before looks for them', async () => {
    const message = (parts: unknown[], more: object): object => ({
      _id: new Types.ObjectId(),
      outbox: { parts },
      ...more,
    });
    await connection
      .collection('messages')
      .insertMany([
        message(['a', null], { content: 'text', attachments: [{}] }),
        message(['b'], { content: 'text', attachments: [{}], external_id: 'b' }),
        message(['c'], { content: 'text', attachments: [{}] }),
        message([''], { content: 'by a bot', attachments: [] }),
        message([], { content: 'not sent', attachments: [] }),
      ]);
    await migrate();
    const messages = await all('messages');
    expect(messages.map(({ external_ids }) => external_ids as unknown)).toEqual([
      ['a', null],
      [null, 'b'],
      ['c'],
      [null],
      undefined,
    ]);
    expect(messages.map(({ outbox }) => outbox.parts as unknown)).toEqual([['a', null], ['b'], ['c'], [''], []]);
  });

  it('prove the address of those who came by a mailed link, and of the demo', async () => {
    const created_at = new Date('2026-01-02T03:04:05Z');
    const password_link = { hash: 'x', expires_at: created_at };
    const user = (email: string, role: string, state: string, more = {}) => ({
      email,
      role,
      state,
      created_at,
      ...more,
    });
    await connection
      .collection('users')
      .insertMany([
        user('owner@example.com', 'owner', 'active', { password_link }),
        user('demo@patas.example', 'owner', 'active'),
        user('manager@example.com', 'manager', 'active'),
        user('invited@example.com', 'staff', 'invited', { password_link }),
      ]);
    await migrate();
    expect(await all('users')).toMatchObject([
      { email_verified_at: null, password_link, invitation_link: null, verification_link: null },
      { email_verified_at: created_at },
      { email_verified_at: created_at },
      { email_verified_at: null, password_link: null, invitation_link: password_link },
    ]);
  });

  it('erase what was kept for an Idempotency-Key of a log-in', async () => {
    const answer = { status: 200, body: '{"accessToken":"secret"}' };
    const kept = { answer, fingerprint: 'x', expires_at: new Date('2999-01-01') };
    await connection.collection('idempotency_keys').insertMany([
      { ...kept, route: 'POST /api/v1/auth/login' },
      { ...kept, route: 'POST /api/v1/contacts' },
    ]);
    await migrate();
    expect(await all('idempotency_keys')).toMatchObject([
      { answer: null, fingerprint: 'erased', expires_at: new Date(0) },
      { answer, fingerprint: 'x' },
    ]);
  });

  it('give appointments their services, and entries of the waitlist their last day', async () => {
    const kept = { ...service(BRAZIL), _id: service_id, name: 'Bath', minor_units: true };
    await connection.collection('services').insertOne(kept);
    await connection.collection('appointments').insertOne(appointment({ starts_at, ends_at }));
    const windows = [{ date_to: '2026-11-05' }, { date_to: '2026-11-03' }];
    await connection.collection('waitlist').insertOne({ company_id: BRAZIL._id, windows, revision: 0 });
    await migrate();
    expect(await all('appointments')).toMatchObject([{ booked_services: [{ _id: service_id, name: 'Bath' }] }]);
    expect(await all('waitlist')).toMatchObject([{ last_date: '2026-11-05', nights: null }]);
  });

  it('have lapsed holds deleted', async () => {
    await connection.collection('appointments').insertMany([appointment({ state: 'EXPIRED' }), appointment({})]);
    await migrate();
    const [lapsed, confirmed] = await all('appointments');
    expect(lapsed).toMatchObject({ due_at: new Date(0) });
    expect(confirmed).not.toHaveProperty('due_at');
  });

  it('give quotas of load a new lane and leave those of arrivals in theirs', async () => {
    const quota = (kind: string) => ({ company_id: BRAZIL._id, kind, revision: 0 });
    await connection.collection('quotas').insertMany([quota('load'), quota('arrivals')]);
    await migrate();
    const [load, arrivals] = await all('quotas');
    expect(load?.['lane_id']).toBeInstanceOf(Types.ObjectId);
    expect(load?.['lane_id']).not.toEqual(load?._id);
    expect(arrivals?.['lane_id']).toEqual(arrivals?._id);
  });

  it('say since when a person has a conversation', async () => {
    const updated_at = new Date('2026-11-02T12:00:00Z');
    const since = new Date('2026-11-01T12:00:00Z');
    const conversation = (owner: object) => ({ company_id: BRAZIL._id, updated_at, owner });
    const owners = [{ kind: 'human' }, { kind: 'human', since }, { kind: 'none' }].map((owner) => ({
      epoch: 1,
      ...owner,
    }));
    await connection.collection('conversations').insertMany(owners.map(conversation));
    await migrate();
    const stored = (await all('conversations')).map(({ owner }) => owner as object);
    expect(stored).toEqual([{ ...owners[0], since: updated_at }, owners[1], owners[2]]);
  });

  it('run once', async () => {
    await connection.collection('services').insertOne(service(BRAZIL));
    expect(await migrate()).toHaveLength(MIGRATIONS.length);
    expect(await migrate()).toEqual([]);
    expect(await all('services')).toMatchObject([{ price: 9_050 }]);
  });
});
