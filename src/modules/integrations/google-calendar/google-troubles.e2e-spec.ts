import { aWeekday } from '../../../../test/builders/public-booking.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CalendarLinksRepository } from './links/calendar-links.repository.js';
import type { CalendarLink } from './schemas/calendar-link.schema.js';

/** More than may run at once. */
const MANY = 20;

describe('Google Calendar in trouble', () => {
  let inbox: Inbox;
  let google: GoogleSalon;
  const day = aWeekday();
  const at = (time: string): string => `${day}T${time}:00.000Z`;
  const dentist = { summary: 'Dentist', start: { dateTime: at('12:00') }, end: { dateTime: at('13:00') } };

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    google = await (await GoogleSalon.open(inbox)).connected('both');
  });
  afterAll(() => inbox.close());

  const scopeOf = ({ salon }: GoogleSalon): CompanyScope => CompanyScope.of(salon.company._id);
  const links = (): CalendarLinksRepository => inbox.app.app.get(CalendarLinksRepository, { strict: false });
  const linkOf = async (of: GoogleSalon): Promise<CalendarLink> => {
    const [link] = await links().shown(scopeOf(of));
    if (!link) throw new Error('the calendar is not linked');
    return link;
  };
  const timesOf = (): string[] => google.events().map(({ start }) => new Date(start.dateTime ?? '').toISOString());

  it('synchronises other companies while Google does not answer for one', async () => {
    const other = await (await GoogleSalon.open(inbox)).connected('both');
    await other.play({ do: 'create', event: dentist });
    const { _id, last_synced_at } = await linkOf(google);
    await google.play({ do: 'fail_next', mode: 'hang' });
    const calls = inbox.sandbox.ledger.entries().length;
    await google.call('post', '/google-calendar/sync').expect(202);
    await inbox.sandbox.ledger.waitFor((entry) => entry.kind === 'google.call' && entry.seq > calls);
    for (let asked = 0; asked < MANY; asked++) google.runner.start(scopeOf(google), _id);
    await links().wake(scopeOf(other));
    const { _id: otherId, due_at } = await linkOf(other);
    google.runner.start(scopeOf(other), otherId);
    while ((await linkOf(other)).due_at <= due_at) await new Promise((resolve) => setImmediate(resolve));
    expect(await other.slots(day)).not.toContain('T12:00');
    expect((await linkOf(google)).last_synced_at).toEqual(last_synced_at);
    await google.runner.idle();
  });

  it('stores nothing of a run that began before the settings were changed', async () => {
    const old = await linkOf(google);
    await google.link('push');
    await google.link('both');
    expect(await links().note(scopeOf(google), old, { sync_token: 'of the old run' })).toBe(false);
    expect(await links().isCurrent(scopeOf(google), old)).toBe(false);
  });

  it('ends a disconnect that a crash has cut short', async () => {
    await google.play({ do: 'create', event: dentist });
    await google.sync();
    const raw = await openRawDatabase(inbox.app);
    const ended = { $set: { state: 'disconnected', refresh_token: null } };
    await raw.db.collection('google_connections').updateOne({ company_id: scopeOf(google).companyId }, ended);
    await raw.close();
    await links().wake(scopeOf(google));
    google.runner.start(scopeOf(google), (await linkOf(google))._id);
    await google.runner.idle();
    await google.runner.startAll(scopeOf(google));
    await google.runner.idle();
    expect((await google.state()).staff).toEqual([]);
    expect(await google.slots(day)).toContain('T12:00');
  });

  it('deletes the events of a removed calendar after the access has come back', async () => {
    await google.book(at('10:00'));
    await google.sync();
    await google.play({ do: 'revoke' });
    await google.play({ do: 'expire_access_tokens' });
    await google.call('delete', `/google-calendar/staff/${google.staffId}`).expect(204);
    await google.runner.idle();
    expect(google.events()).toHaveLength(1);
    await google.connect();
    await google.runner.startAll(scopeOf(google));
    await google.runner.idle();
    expect(google.events()).toEqual([]);
  });

  it('goes on with busy times when Google refuses one event', async () => {
    await google.book(at('10:00'));
    await google.play({ do: 'create', event: dentist });
    await google.play({ do: 'fail_next', status: 403, reason: 'forbiddenForNonOrganizer', method: 'POST' });
    await google.sync();
    expect((await google.state()).staff).toMatchObject([{ error: expect.any(String) }]);
    expect(await linkOf(google)).toMatchObject({ failures: 0 });
    expect(await google.slots(day)).not.toContain('T12:00');
    await google.sync();
    expect((await google.state()).staff).toMatchObject([{ error: null }]);
    expect(google.events()).toHaveLength(2);
  });

  it('ends a series that somebody has made of an appointment', async () => {
    const { _id } = await google.book(at('10:00'));
    await google.sync();
    const series = { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] };
    await google.play({ do: 'change', event_id: _id, event: series });
    await google.sync();
    expect(google.events()).toMatchObject([{ start: { dateTime: expect.any(String) } }]);
    expect(google.events()[0]?.['recurrence'] ?? null).toBeNull();
    expect(timesOf()).toEqual([at('10:00')]);
  });
});
