import fc from 'fast-check';
import { aStaffMember } from '../../../../test/builders/accounts.js';
import { aResource, aResourceType, aSchedule, aService } from '../../../../test/builders/catalog.js';
import { aPet } from '../../../../test/builders/pets.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { QueryRecorder } from '../../../../test/support/query-recorder.js';
import { Salon } from '../../../../test/support/salon.js';
import { sized } from '../../../../test/support/sizes.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';

const CATALOGS = sized(3, 6);
const BOOKED_EACH = 8;
/** One more query reads the pets, if any are named. */
const MAX_QUERIES = 5;
/** Collections that a search reads; background work reads others. */
const SEARCHED = /^(companies|services|resource|staff_schedules|time_off|closures|quotas|booking_|appointments)/;
const MANY = 20;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** Random catalogs; everything is offered on Monday. */
const catalogs = fc.record({
  duration_min: fc.integer({ min: 1, max: 24 }).map((fives) => fives * 5),
  step_min: fc.constantFrom(15, 30, 45),
  buffer_before_min: fc.constantFrom(0, 5, 15),
  buffer_after_min: fc.constantFrom(0, 10),
  plan: fc.constantFrom('parallel', 'sequence'),
  pets: fc.integer({ min: 1, max: 3 }),
  staff: fc.integer({ min: 0, max: 2 }),
  tables: fc.integer({ min: 1, max: 3 }),
  cell: fc.constantFrom('5min', '15min'),
  quota: fc.constantFrom(null, 2, 5),
  picks: fc.array(fc.nat(), { minLength: BOOKED_EACH, maxLength: BOOKED_EACH }),
});

describe('offered slots', () => {
  let app: TestApp;
  let recorder: QueryRecorder;

  beforeAll(async () => {
    app = await startTestApp();
    recorder = new QueryRecorder(app.app);
  });
  afterAll(() => app.close());

  it(
    'can be held and confirmed with any catalog until nothing is left',
    async () => {
      await fc.assert(
        fc.asyncProperty(catalogs, async ({ plan, pets: count, staff, tables, cell, quota, picks, ...times }) => {
          const salon = await Salon.open(app);
          for (let hired = 0; hired < staff; hired++) await salon.hire();
          const type = await aResourceType(app, salon.owner, { cell });
          for (let table = 0; table < tables; table++) await aResource(app, salon.owner, type._id);
          const service = await aService(app, salon.owner, {
            ...times,
            pets: { max: 3, plan },
            requirements: [{ resource_type_id: type._id }],
          });
          const limits = { name: 'arrivals', per: 'company', cell: 'day', max: quota, kind: 'arrivals' };
          if (quota !== null) await salon.call('post', '/quotas', salon.owner).send(limits).expect(201);
          for (const pick of picks) {
            // Each visit has other pets, because the search does not know when a pet is busy.
            const pet_ids = await Promise.all(
              Array.from({ length: count }, async () => (await aPet(app, salon.owner, salon.contact._id))._id),
            );
            const visitRequest = { service_id: service._id, pet_ids };
            const { slots } = await salon.day({ ...visitRequest, pet_ids: pet_ids.join() });
            const slot = slots[pick % Math.max(1, slots.length)];
            if (!slot) return;
            const leader = pick % 2 ? { staff_id: slot.staff_ids[pick % slot.staff_ids.length] } : {};
            const { body } = await salon
              .call('post', '/appointments/holds')
              .send({ ...visitRequest, ...leader, starts_at: slot.starts_at })
              .expect(201);
            const { body: confirmed } = await salon
              .call('post', `/appointments/holds/${body.hold._id}/confirm`)
              .send({ contact_id: salon.contact._id, pet_ids })
              .expect(201);
            expect(confirmed.appointment).toMatchObject({ starts_at: slot.starts_at, ends_at: slot.ends_at });
          }
        }),
        { numRuns: CATALOGS },
      );
    },
    2 * MINUTE_MS,
  );

  it(
    'need a constant number of queries for any number of staff',
    async () => {
      const salon = await Salon.open(app);
      const ask = (days: number): Promise<unknown> => {
        const to = new Date(Date.parse(salon.monday) + days * DAY_MS).toISOString().slice(0, 10);
        return salon.day({ to });
      };
      /** Queries of a range that is not cached, with a cached catalog. */
      const queries = async (): Promise<number> => {
        await ask(1);
        const before = recorder.commands.length;
        await ask(60);
        return recorder.commands.slice(before).filter(({ collection }) => SEARCHED.test(collection)).length;
      };
      const forOne = await queries();
      for (let hired = 0; hired < MANY; hired++) {
        const { user } = await aStaffMember(app, salon.owner);
        await aSchedule(app, salon.owner, user._id);
      }
      expect(await queries()).toBe(forOne);
      expect(forOne).toBeLessThanOrEqual(MAX_QUERIES);
    },
    2 * MINUTE_MS,
  );

  describe('at a time when the pet has another appointment', () => {
    let salon: Salon;
    let pet: string;

    beforeEach(async () => {
      salon = await Salon.open(app);
      await salon.hire();
      pet = (await aPet(app, salon.owner, salon.contact._id))._id;
    });

    it('reports the time as taken in a series', async () => {
      await salon.booked('10:00', { pet_ids: [pet] });
      const visit = { service_id: salon.service._id, contact_id: salon.contact._id, pet_ids: [pet] };
      const rule = { every_weeks: 1, count: 2 };
      const series = { ...visit, rule, starts_at: salon.at('10:00'), commit: true };
      const { body } = await salon.call('post', '/appointments/series').send(series).expect(409);
      expect(body.details.occurrences).toMatchObject([
        { index: 0, status: 'taken', alternatives: [] },
        { index: 1, status: 'free' },
      ]);
    });

    it('offers the time to the next waitlist entry', async () => {
      const socket = await StaffSocket.connect(app, salon.owner.tokens.accessToken);
      await salon.call('patch', '/booking-settings', salon.owner).send({ quiet_hours: null }).expect(200);
      const walk = await aService(app, salon.owner, { require_staff: false, duration_min: 120 });
      await salon.booked('10:00', { service_id: walk._id, pet_ids: [pet] });
      const taken = [await salon.booked('10:00'), await salon.booked('10:00')];
      const window = { date_from: salon.monday, date_to: salon.monday, from: '10:00', to: '11:00' };
      const visitRequest = { contact_id: salon.contact._id, service_id: salon.service._id, windows: [window] };
      const waits = async (pet_ids: string[]): Promise<string> => {
        const { body } = await salon
          .call('post', '/waitlist')
          .send({ ...visitRequest, pet_ids })
          .expect(201);
        return body._id;
      };
      await waits([pet]);
      const next = await waits([]);
      await salon.call('post', `/appointments/${taken[0]?._id}/cancel`).send({}).expect(200);
      const { notification } = await socket.next('notification:new');
      expect(notification).toMatchObject({ data: { entry_id: next } });
      socket.close();
    });
  });
});
