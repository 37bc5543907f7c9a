import { aStaffMember } from '../../../../test/builders/accounts.js';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';

describe('Google Calendar after somebody has left', () => {
  let inbox: Inbox;
  let raw: RawDatabase;
  let google: GoogleSalon;
  const day = aWeekday();

  beforeAll(async () => {
    inbox = await startInbox();
    raw = await openRawDatabase(inbox.app);
  });
  beforeEach(async () => {
    google = await (await GoogleSalon.open(inbox)).connected('both');
  });
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  it('has no event that names a deleted customer', async () => {
    const { contact_id } = await google.book(`${day}T10:00:00.000Z`);
    await google.sync();
    expect(google.events()).toHaveLength(1);
    await google.call('delete', `/contacts/${String(contact_id)}`);
    await google.sync();
    expect(google.events()).toEqual([]);
    expect(JSON.stringify(await raw.db.collection('google_events').find().toArray())).not.toContain(contact_id);
  });

  it('has no calendar and no busy times of a person who was deleted', async () => {
    const person = await aStaffMember(inbox.app, google.salon);
    const path = `/google-calendar/staff/${person.user._id}`;
    await google.call('put', path, { calendar_id: 'primary', direction: 'pull' }).expect(200);
    const times = { start: { dateTime: `${day}T12:00:00Z` }, end: { dateTime: `${day}T13:00:00Z` } };
    await google.play({ do: 'create', event: { summary: 'Dentist', ...times } });
    await google.sync();
    const staffOf = async (collection: string): Promise<string[]> =>
      (await raw.db.collection(collection).find().toArray()).map(({ staff_id }) => String(staff_id));
    expect(await staffOf('external_busy_times')).toContain(person.user._id);
    await google.call('delete', `/users/${person.user._id}`);
    await google.sync();
    expect(await staffOf('external_busy_times')).not.toContain(person.user._id);
    expect(await staffOf('google_calendar_links')).not.toContain(person.user._id);
    expect((await google.state()).staff).toHaveLength(1);
  });
});
