import request from 'supertest';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';

const DAY_MS = 86_400_000;

describe('notices of Google', () => {
  let inbox: Inbox;
  let google: GoogleSalon;
  const day = aWeekday();
  const dentist = {
    summary: 'Dentist',
    start: { dateTime: `${day}T12:00:00Z` },
    end: { dateTime: `${day}T13:00:00Z` },
  };

  beforeAll(async () => {
    // Google opens channels to https only; the sandbox posts to the product all the same.
    inbox = await startInbox({ env: { FRONTEND_URL: 'https://petbuddy.example' } });
  });
  beforeEach(async () => {
    google = await (await GoogleSalon.open(inbox)).connected('both');
  });
  afterAll(() => inbox.close());

  const channels = () => [...inbox.sandbox.google.watch.channels.values()];
  const post = (headers: Record<string, string>): request.Test =>
    request(inbox.app.url).post('/api/v1/google-calendar/webhook').set(headers);

  it('begin a run of the calendar that has changed', async () => {
    await google.play({ do: 'create', event: dentist });
    await inbox.sandbox.google.watch.idle();
    await google.runner.idle();
    expect(await google.slots(day)).not.toContain('T12:00');
  });

  it('are believed only with the token of the channel', async () => {
    await post({ 'x-goog-channel-id': 'nobody', 'x-goog-channel-token': 'x' }).expect(200);
    const raw = await openRawDatabase(inbox.app);
    const link = await raw.db.collection('google_calendar_links').findOne({ calendar_id: google.account });
    await raw.close();
    const id = String(link?.['channel']?.id);
    await post({ 'x-goog-channel-id': id, 'x-goog-channel-token': 'guessed' }).expect(401);
    await post({ 'x-goog-channel-id': id }).expect(401);
  });

  it('come by a new channel a day before the old one ends, and by none after the calendar was taken away', async () => {
    const before = channels().map((one) => one.id);
    const raw = await openRawDatabase(inbox.app);
    await raw.db
      .collection('google_calendar_links')
      .updateMany(
        { calendar_id: google.account },
        { $set: { 'channel.expires_at': new Date(Date.now() + DAY_MS - 1) } },
      );
    await raw.close();
    await google.sync();
    expect(channels().map((one) => one.id)).not.toEqual(before);
    expect(channels()).toHaveLength(before.length);
    await google.call('delete', `/google-calendar/staff/${google.staffId}`).expect(204);
    await google.runner.idle();
    expect(channels()).toHaveLength(before.length - 1);
  });
});
