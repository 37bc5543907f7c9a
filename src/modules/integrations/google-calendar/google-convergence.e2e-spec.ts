import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { Types } from 'mongoose';
import type { GoogleEvent } from '../../../../sandbox/google/google-calendars.js';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { sized } from '../../../../test/support/sizes.js';
import type { AppointmentDto } from '../../booking/appointments/index.js';

const HALF_HOUR_MS = 1_800_000;
const SLOTS = 12;
const RUNS = sized(4, 40);

const aSlot = fc.nat({ max: SLOTS - 1 });
const which = fc.nat({ max: 9 });
const change = fc.oneof(
  fc.record({ do: fc.constant('book' as const), slot: aSlot }),
  fc.record({ do: fc.constant('move' as const), which, slot: aSlot }),
  fc.record({ do: fc.constant('cancel' as const), which }),
  fc.record({ do: fc.constant('google create' as const), slot: aSlot }),
  fc.record({ do: fc.constant('google move' as const), which, slot: aSlot }),
  fc.record({ do: fc.constant('google delete' as const), which }),
  fc.record({ do: fc.constant('forget' as const) }),
  fc.record({ do: fc.constant('fail' as const), status: fc.constantFrom(403, 429, 500) }),
  fc.record({ do: fc.constant('sync' as const) }),
);
type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

/** People work on both sides; afterwards both sides agree. */
describe('Google Calendar after random changes on both sides', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  const day = aWeekday();
  const at = (slot: number): string => new Date(Date.parse(`${day}T10:00:00Z`) + slot * HALF_HOUR_MS).toISOString();

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  const appointments = async (google: GoogleSalon): Promise<AppointmentDto[]> =>
    (await google.call('get', '/appointments?status=confirmed').expect(200)).body.items;
  const isOurs = (event: GoogleEvent): boolean => JSON.stringify(event).includes('petbuddy_appointment');

  const apply = async (google: GoogleSalon, contactId: string, step: Change): Promise<void> => {
    const pick = <T>(from: readonly T[], n: number): T | undefined => from[n % from.length];
    const event = 'which' in step ? pick(google.events(), step.which) : undefined;
    const booked = 'which' in step ? pick(await appointments(google), step.which) : undefined;
    // A run of the product may delete the event at the same moment.
    const act = async (body: object): Promise<void> =>
      void (event && (await google.play(body).catch((error: unknown) => expect(String(error)).toMatch(/deleted|400/))));
    switch (step.do) {
      case 'book': {
        const body = { service_id: google.salon.serviceId, contact_id: contactId, client_key: randomUUID() };
        return void (await google.call('post', '/appointments', { ...body, starts_at: at(step.slot) }));
      }
      case 'move':
        if (booked) await google.call('patch', `/appointments/${booked._id}`, { starts_at: at(step.slot) });
        return;
      case 'cancel':
        if (booked) await google.call('patch', `/appointments/${booked._id}`, { status: 'cancelled' });
        return;
      case 'google create': {
        const times = { start: { dateTime: at(step.slot) }, end: { dateTime: at(step.slot + 1) } };
        return void (await google.play({ do: 'create', event: { summary: 'Other', ...times } }));
      }
      case 'google move':
        return act({ do: 'move', event_id: event?.id, start: at(step.slot) });
      case 'google delete':
        return act({ do: 'delete', event_id: event?.id });
      case 'forget':
        return void (await google.play({ do: 'expire_sync_tokens' }));
      case 'fail':
        return void (await google.play({ do: 'fail_next', status: step.status, reason: 'rateLimitExceeded' }));
      case 'sync':
        return google.sync();
    }
  };

  it.each(['accept', 'restore'])('agrees, with edits %s', async (edits) => {
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 6, maxLength: 14 }), async (steps) => {
        const google = await (await GoogleSalon.open(inbox)).connected('both');
        await google.call('put', '/google-calendar', { edits }).expect(200);
        const { _id: contactId } = await aContact(inbox.app, google.salon);
        for (const step of steps) await apply(google, contactId, step);
        // A failure that Google still has in store, a run after it, and one to see what the run before has changed.
        for (let round = 0; round < 2 + steps.filter((step) => step.do === 'fail').length; round++) await google.sync();
        await expectAgreement(google);
      }),
      { numRuns: RUNS },
    );
  });

  async function expectAgreement(google: GoogleSalon): Promise<void> {
    const seen = google.events().filter(isOurs).map(timesOf).sort();
    const live = (await appointments(google)).map(
      ({ starts_at, ends_at }) => `${String(starts_at)} ${String(ends_at)}`,
    );
    expect(seen).toEqual(live.sort());
    const company_id = new Types.ObjectId(google.salon.company._id);
    const busy = await raw.db.collection('external_busy_times').find({ company_id }).toArray();
    const others = google.events().filter((event) => !isOurs(event));
    const stored = busy.map(
      (one) => `${(one['starts_at'] as Date).toISOString()} ${(one['ends_at'] as Date).toISOString()}`,
    );
    expect(stored.sort()).toEqual(others.map(timesOf).sort());
  }
});

function timesOf({ start, end }: GoogleEvent): string {
  return [start, end].map(({ dateTime = '' }) => new Date(dateTime).toISOString()).join(' ');
}
