import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { aLeg, appointmentDetails } from '../../../../test/builders/bookings.js';
import { type BookingSuite, startBookings } from '../../../../test/support/bookings.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ResourceReservation } from '../schemas/resource-reservation.schema.js';
import type { LegRequest, StoredBooking } from './booking.js';
import { TakenCellsReader } from './taken-cells.js';

const MINUTE_MS = 60_000;
/** Later than any hint speaks for its claim. */
const LATER = new Date(Date.now() + 60 * MINUTE_MS);
const STAFF = 'staff:ana';
const POOL = 'pool:yard';

describe('taken cells', () => {
  let suite: BookingSuite;
  let scope: CompanyScope;

  beforeAll(async () => {
    suite = await startBookings('taken_cells');
  });
  beforeEach(() => {
    scope = CompanyScope.of(new Types.ObjectId());
  });
  afterAll(() => suite.close());

  const hold = (legs: readonly LegRequest[]): Promise<StoredBooking> =>
    suite.bookings.hold(scope, { legs, details: appointmentDetails(), ttlMs: 120 * MINUTE_MS });
  const read = async (reader: TakenCellsReader, except?: Types.ObjectId): Promise<Record<string, number[]>> => {
    const taken = await reader.takenCells(scope, [{ from: 0, to: 1_000 }], except, LATER);
    return Object.fromEntries([...taken].map(([lane, pairs]) => [lane, [...pairs]]));
  };
  /** As a crash leaves it that came between the confirmation and the hints. */
  const confirmOnly = async (legs: readonly LegRequest[]): Promise<StoredBooking> => {
    const held = await hold(legs);
    const filter = { company_id: scope.companyId, _id: held._id };
    await suite.appointments.updateOne(filter, { $set: { state: 'CONFIRMED', exp: null } });
    return held;
  };

  it('count places by lane and cell, of the windows and lanes that are asked for', async () => {
    await hold([aLeg(STAFF, 10, 12), aLeg(POOL, 9, 12, { capacity: 5, quantity: 2 })]);
    await hold([aLeg(POOL, 11, 13, { capacity: 5 })]);
    expect(await read(suite.reader)).toEqual({ [STAFF]: [10, 1, 11, 1], [POOL]: [9, 2, 10, 2, 11, 3, 12, 1] });
    const windows = [
      { lanes: [STAFF], from: 11, to: 20 },
      { lanes: [POOL, 'unit:none'], from: 12, to: 20 },
    ];
    const taken = await suite.reader.takenCells(scope, windows);
    expect(taken).toEqual(
      new Map([
        [STAFF, Int32Array.of(11, 1)],
        [POOL, Int32Array.of(12, 1)],
      ]),
    );
    expect(await suite.reader.takenCells(scope, [])).toEqual(new Map());
  });

  it('are there when nobody cleared the hints of a confirmed booking', async () => {
    const { _id } = await confirmOnly([aLeg(STAFF, 10, 12)]);
    expect(await read(suite.reader)).toEqual({ [STAFF]: [10, 1, 11, 1] });
    expect(await read(suite.reader, _id)).toEqual({});
  });

  it('would be missed then by a reader that trusts the hint alone', async () => {
    await confirmOnly([aLeg(STAFF, 10, 12)]);
    const model = suite.module.get<Model<ResourceReservation>>(getModelToken(ResourceReservation.name), {
      strict: false,
    });
    expect(await read(new TakenCellsReader(model, { owners: () => Promise.resolve([]) }))).toEqual({});
  });

  it('are gone with the time of a hold, also before anybody swept it', async () => {
    const { _id } = await hold([aLeg(STAFF, 10, 12)]);
    expect(await read(suite.reader)).toEqual({ [STAFF]: [10, 1, 11, 1] });
    await suite.appointments.updateOne({ company_id: scope.companyId, _id }, { $set: { exp: new Date() } });
    expect(await read(suite.reader)).toEqual({});
  });
});
