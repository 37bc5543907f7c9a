import { Types } from 'mongoose';
import request from 'supertest';
import { aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPet } from '../../../../test/builders/pets.js';
import { violation } from '../../../../test/support/booking-model/invariants.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { type Booked, Salon } from '../../../../test/support/salon.js';
import type { CrashPointName } from '../../../core/crash-points/index.js';
import type { Claim, StoredBooking } from '../reservations/booking.js';
import { BookingSweeper } from '../reservations/booking-sweeper.js';

const MINUTE_MS = 60_000;
const PAST = new Date(0);

/** Two processes on one database; the process that serves the customer is killed. */
describe('a process that is killed during a booking', () => {
  let processes: DoomedProcesses;
  let salon: Salon;

  beforeAll(async () => {
    processes = await DoomedProcesses.open();
  });
  beforeEach(async () => {
    salon = await Salon.open(processes.survivor);
  });
  afterAll(() => processes.close());

  const bookAt = (at: CrashPointName): Promise<void> =>
    processes.killedAt(at, async (url) => {
      const input = { service_id: salon.service._id, contact_id: salon.contact._id, client_key: 'the-tap' };
      await request(url)
        .post('/api/v1/appointments')
        .set(salon.groomer.auth)
        .send({ ...input, starts_at: salon.at('09:00') });
    });
  const list = async (): Promise<{ _id: string; status: string }[]> =>
    (await salon.call('get', '/appointments').expect(200)).body.items;

  it('leaves a hold between hold and confirmation, which another process confirms once', async () => {
    await bookAt('booking.held');
    const [held, ...others] = await list();
    expect([held?.status, others]).toEqual(['held', []]);
    expect((await salon.book('09:00').expect(409)).body.code).toBe('SLOT_TAKEN');
    const confirm = () =>
      salon.call('post', `/appointments/holds/${held?._id}/confirm`).send({ contact_id: salon.contact._id });
    const answers = await Promise.all(Array.from({ length: 5 }, confirm));
    expect(answers.map(({ status, body }) => [status, body.appointment._id])).toEqual(
      Array.from({ length: 5 }, () => [201, held?._id]),
    );
    expect(await list()).toMatchObject([{ status: 'confirmed' }]);
  });

  it('returns the same appointment after a crash behind the commit', async () => {
    await bookAt('booking.confirmed');
    const again = await salon.book('09:00', { client_key: 'the-tap' }).expect(201);
    expect(await list()).toMatchObject([{ _id: again.body.appointment._id, status: 'confirmed' }]);
    expect((await salon.book('09:00').expect(409)).body.code).toBe('SLOT_TAKEN');
  });

  /** Ends moves of the dead process, sweeps, and compares the company's claims with its appointments. */
  const claimsAfterSweep = async (): Promise<string | null> => {
    const raw = await openRawDatabase(processes.survivor);
    try {
      const own = { company_id: new Types.ObjectId(salon.owner.company._id) };
      const appointments = raw.db.collection<StoredBooking>('appointments');
      await appointments.updateMany({ ...own, move: { $ne: null } }, { $set: { 'move.exp': PAST } });
      await appointments.updateMany({ ...own, due_at: { $exists: true } }, { $set: { due_at: PAST } });
      await processes.survivor.app.get(BookingSweeper, { strict: false }).sweep();
      const bookings = await appointments.find(own).toArray();
      const claims = await raw.db.collection<Claim>('resource_reservations').find(own).toArray();
      const documents = {
        bookings: new Map(bookings.map((booking) => [booking._id.toHexString(), booking])),
        claims: new Map(claims.map((claim) => [claim._id, claim])),
      };
      return violation(documents, Date.now(), MINUTE_MS, true);
    } finally {
      await raw.close();
    }
  };

  it.each<[CrashPointName, 'old' | 'new']>([
    ['booking.move_claimed', 'old'],
    ['booking.moved', 'new'],
  ])('killed at %s during a PATCH, leaves all fields %s, with their claims', async (point, expected) => {
    const [{ user: colleague }, other] = [await salon.hire(), await aContact(processes.survivor, salon.owner)];
    const pet = await aPet(processes.survivor, salon.owner, other._id);
    const add_ons = [{ key: 'nails', name: 'Nails', minutes: 15, price: 1_500 }];
    const bath = await aService(processes.survivor, salon.owner, { price: 5_000, add_ons });
    const path = `/appointments/${(await salon.booked('09:00', { staff_id: salon.groomer.user._id }))._id}`;
    const shown = async (): Promise<Booked> => (await salon.call('get', path).expect(200)).body;
    const before = await shown();
    const item = { service_id: bath._id, pet_id: pet._id, staff_id: colleague._id, add_ons: ['nails'] };
    const plain = { contact_id: other._id, starts_at: salon.at('11:00'), price: 7_000, notes: 'a bath instead' };
    await processes.killedAt(point, (url) =>
      request(`${url}/api/v1`)
        .patch(path)
        .set(salon.groomer.auth)
        .send({ ...plain, items: [item], duration_min: 90 }),
    );
    const after = {
      ...before,
      ...plain,
      service_id: bath._id,
      staff_id: colleague._id,
      pet_id: pet._id,
      pet_ids: [pet._id],
      ends_at: salon.at('12:30'),
      lines: [expect.objectContaining({ ...item, price: 7_000, ends_at: salon.at('12:30') })],
    };
    // The intent of a move is a change of its own.
    const counted = { version: expect.any(Number), updated_at: expect.any(String) };
    expect(await shown()).toEqual({ ...(expected === 'new' ? after : before), ...counted });
    expect(await claimsAfterSweep()).toBeNull();
    const [mine, theirs] = [{ staff_id: salon.groomer.user._id }, { staff_id: colleague._id }];
    await salon.book('09:00', mine).expect(expected === 'new' ? 201 : 409);
    await salon.book('11:00', theirs).expect(expected === 'new' ? 409 : 201);
  });
});
