import { Logger } from '@nestjs/common';
import mongoose, { type Connection, Types } from 'mongoose';
import { dropTestDatabase, testDatabaseUri } from '../../../../../test/support/test-database.js';
import { AppConfig } from '../../../../core/config/index.js';
import { Migrator } from '../../../../core/database/index.js';
import { petTimeClaims } from './pet-time-claims.js';

const CELL_MS = 300_000;
const DAY_MS = 86_400_000;
const [company_id, pet_id, bath, kennel, daycare] = Array.from({ length: 5 }, () => new Types.ObjectId()) as [
  Types.ObjectId,
  Types.ObjectId,
  Types.ObjectId,
  Types.ObjectId,
  Types.ObjectId,
];
const SERVICES = [
  { _id: bath, kind: 'grooming', half_day: false },
  { _id: kennel, kind: 'boarding', half_day: false },
  { _id: daycare, kind: 'daycare', half_day: true },
];
const STAFF_LEG = { lane: 'staff:a', from: 1, to: 3, quantity: 1, capacity: 1, a: 'x' };
const LANE = `pet:${pet_id.toHexString()}`;

type Stored = Record<string, unknown> & { _id: Types.ObjectId; legs: object[] };

const at = (time: string): Date => new Date(`2199-06-01T${time}:00Z`);
const cellAt = (time: string): number => at(time).getTime() / CELL_MS;

function visit(from: string, to: string, more: Record<string, unknown> = {}, service_id = bath): Stored {
  const times = { starts_at: at(from), ends_at: at(to) };
  return {
    _id: new Types.ObjectId(),
    company_id,
    state: 'CONFIRMED',
    ver: 1,
    ...times,
    time_zone: 'America/Sao_Paulo',
    nights: null,
    lines: [{ ...times, pet_id, service_id }],
    booked_services: SERVICES,
    legs: [STAFF_LEG],
    ...more,
  };
}

const claimOf = ({ _id }: Stored, cell: number, k: number, lane = LANE): object => ({
  _id: `${company_id.toHexString()}|${lane}|${cell}|${k}`,
  ...{ company_id, lane, cell, k, b: _id, a: _id.toHexString() },
});
const withPet = ({ _id, legs }: Stored, from: number, to: number, lane = LANE): object => ({
  ver: 2,
  legs: [...legs, { lane, from, to, a: _id.toHexString(), capacity: 50, quantity: 1 }],
});

describe('the migration of pet times', () => {
  let uri: string;
  let connection: Connection;

  const all = (collection: string) => connection.collection(collection).find({}).sort({ _id: 1 }).toArray();
  const migrate = (...documents: Stored[]) =>
    connection
      .collection('appointments')
      .insertMany(documents)
      .then(() =>
        new Migrator(connection, AppConfig.load({ NODE_ENV: 'test', MONGODB_URI: uri })).migrate([petTimeClaims]),
      );

  beforeAll(() => Logger.overrideLogger(['error', 'fatal']));
  beforeEach(async () => {
    uri = testDatabaseUri('time_of_pets');
    connection = await mongoose.createConnection(uri).asPromise();
  });
  afterEach(async () => {
    await connection.close();
    await dropTestDatabase(uri);
  });

  it('claims the minutes, nights and half-days of future appointments', async () => {
    const day = at('00:00').getTime() / DAY_MS;
    const [timed, stay, half] = [
      visit('12:00', '12:07'),
      visit('01:00', '23:00', { nights: 2 }, kennel),
      visit('16:00', '20:00', {}, daycare),
    ];
    await migrate(timed, stay, half);
    // At 01:00 UTC it is still the evening before in São Paulo.
    expect(await all('appointments')).toMatchObject([
      withPet(timed, cellAt('12:00'), cellAt('12:10')),
      withPet(stay, day - 1, day + 1, `${LANE}:night`),
      withPet(half, day * 2 + 1, day * 2 + 2, `${LANE}:half_day`),
    ]);
    expect(await all('resource_reservations')).toEqual([
      claimOf(half, day * 2 + 1, 0, `${LANE}:half_day`),
      claimOf(stay, day - 1, 0, `${LANE}:night`),
      claimOf(stay, day, 0, `${LANE}:night`),
      claimOf(timed, cellAt('12:00'), 0),
      claimOf(timed, cellAt('12:05'), 0),
    ]);
  });

  it('keeps overlapping appointments of one pet, and continues after a crash', async () => {
    const [early, late] = [visit('12:00', '12:10'), visit('12:05', '12:15')];
    const left = claimOf(late, cellAt('12:05'), 0);
    await connection.collection<object>('resource_reservations').insertOne(left);
    await migrate(early, late);
    expect(await all('appointments')).toMatchObject([
      withPet(early, cellAt('12:00'), cellAt('12:10')),
      withPet(late, cellAt('12:05'), cellAt('12:15')),
    ]);
    expect(await all('resource_reservations')).toEqual([
      claimOf(early, cellAt('12:00'), 0),
      left,
      claimOf(early, cellAt('12:05'), 1),
      claimOf(late, cellAt('12:10'), 0),
    ]);
  });

  it('ignores past appointments and visits without a known pet', async () => {
    const documents = [
      visit('12:00', '12:10', { state: 'CANCELLED' }),
      visit('12:00', '12:10', { starts_at: new Date(0), ends_at: new Date(CELL_MS) }),
      visit('12:00', '12:10', { lines: [{ pet_id: null, service_id: bath }] }),
    ];
    await migrate(...documents);
    expect(await all('appointments')).toEqual(documents);
    expect(await all('resource_reservations')).toEqual([]);
  });
});
