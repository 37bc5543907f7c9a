import { aWeekday } from '../../../../test/builders/public-booking.js';
import { GoogleSalon } from '../../../../test/support/google-salon.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';

describe('Google Calendar', () => {
  let inbox: Inbox;
  let google: GoogleSalon;
  const day = aWeekday();
  const at = (time: string): string => `${day}T${time}:00.000Z`;
  const hour = (time: string, summary: string, more: object = {}): object => ({
    ...{ summary, start: { dateTime: at(time) } },
    end: { dateTime: new Date(Date.parse(at(time)) + 3_600_000).toISOString() },
    ...more,
  });
  const timesOf = (): string[] => google.events().map(({ start }) => new Date(start.dateTime ?? '').toISOString());

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    google = await GoogleSalon.open(inbox);
  });
  afterAll(() => inbox.close());

  it('connects an account, and shows it', async () => {
    expect(await google.state()).toMatchObject({ is_configured: true, state: 'disconnected', staff: [] });
    const page = await google.connect();
    expect(page.pathname + page.search).toBe('/settings/google-calendar?connected=1');
    expect(await google.state()).toMatchObject({ state: 'connected', account_email: google.account, edits: 'restore' });
    const { body } = await google.call('get', '/google-calendar/calendars').expect(200);
    expect(body.items[0]).toMatchObject({ id: google.account, is_primary: true, can_write: true });
  });

  it('refuses a return from another browser, without a permission, and with a read-only calendar', async () => {
    expect((await google.connect({}, 'pb_google_login=guessed')).search).toBe('?error=STATE_INVALID');
    const scope = 'https://www.googleapis.com/auth/calendar.readonly';
    expect((await google.connect({ scope })).search).toBe('?error=SCOPE_MISSING');
    expect((await google.connect({ decision: 'cancel' })).search).toBe('?error=ACCESS_DENIED');
    await google.connect();
    const holidays = `holidays.${google.account.split('@')[0]}@group.v.calendar.google.example`;
    const path = `/google-calendar/staff/${google.staffId}`;
    await google.call('put', path, { calendar_id: holidays, direction: 'push' }).expect(422);
    await google.call('put', path, { calendar_id: 'another', direction: 'push' }).expect(422);
  });

  it('writes an appointment once, moves and deletes it', async () => {
    await google.connected('both');
    const { _id } = await google.book(at('10:00'));
    await google.sync();
    const [event] = google.events();
    expect(event).toMatchObject({ summary: expect.stringContaining('(Mia)') });
    expect(JSON.stringify(event)).not.toMatch(/Rossi|5511/);
    expect(event?.['extendedProperties']).toMatchObject({ private: { petbuddy_appointment: _id } });
    await google.sync();
    await google.call('patch', `/appointments/${_id}`, { starts_at: at('11:00') }).expect(200);
    await google.sync();
    expect(timesOf()).toEqual([at('11:00')]);
    await google.call('patch', `/appointments/${_id}`, { status: 'cancelled' }).expect(200);
    await google.sync();
    expect(google.events()).toEqual([]);
  });

  it('takes busy times: nobody is offered them, and they come and go with the event', async () => {
    await google.connected('both');
    expect(await google.slots(day)).toContain('T12:00');
    const { id } = await google.play({ do: 'create', event: hour('12:00', 'Dentist') });
    await google.play({ do: 'create', event: hour('15:00', 'Free', { transparency: 'transparent' }) });
    await google.sync();
    const slots = await google.slots(day);
    expect(slots).not.toContain('T12:00');
    expect(slots).toContain('T15:00');
    await google.play({ do: 'delete', event_id: id });
    await google.sync();
    expect(await google.slots(day)).toContain('T12:00');
  });

  it('reads everything again when Google no longer accepts the sync token', async () => {
    await google.connected('pull');
    const { id } = await google.play({ do: 'create', event: hour('12:00', 'Dentist') });
    await google.sync();
    await google.play({ do: 'delete', event_id: id });
    await google.play({ do: 'create', event: hour('14:00', 'Bank') });
    await google.play({ do: 'expire_sync_tokens' });
    await google.sync();
    const slots = await google.slots(day);
    expect(slots).toContain('T12:00');
    expect(slots).not.toContain('T14:00');
  });

  it('shows a busy time over a booked appointment as a conflict', async () => {
    await google.connected('both');
    const { _id } = await google.book(at('10:00'));
    await google.play({ do: 'create', event: hour('10:00', 'Dentist') });
    await google.sync();
    const { body } = await google.call('get', '/google-calendar/conflicts').expect(200);
    expect(body.items).toMatchObject([{ title: 'Dentist', appointment_ids: [_id], staff_id: google.staffId }]);
    expect((await google.appointment(_id)).starts_at).toBe(at('10:00'));
  });

  it('puts back a moved and a deleted event', async () => {
    await google.connected('both');
    await google.book(at('10:00'));
    await google.sync();
    const [event] = google.events();
    await google.play({ do: 'move', event_id: event?.id, minutes: 60 });
    await google.sync();
    expect(timesOf()).toEqual([at('10:00')]);
    await google.play({ do: 'delete', event_id: event?.id });
    await google.sync();
    expect(timesOf()).toEqual([at('10:00')]);
  });

  it('moves the appointment when edits are accepted, unless the rules refuse it', async () => {
    await google.connected('both');
    await google.call('put', '/google-calendar', { edits: 'accept' }).expect(200);
    const { _id } = await google.book(at('10:00'));
    await google.sync();
    const [event] = google.events();
    await google.play({ do: 'move', event_id: event?.id, minutes: 60 });
    await google.sync();
    expect((await google.appointment(_id)).starts_at).toBe(at('11:00'));
    await google.play({ do: 'move', event_id: event?.id, minutes: 12 * 60 });
    await google.sync();
    expect((await google.appointment(_id)).starts_at).toBe(at('11:00'));
    expect(timesOf()).toEqual([at('11:00')]);
    const { body } = await google.call('get', '/google-calendar/conflicts').expect(200);
    expect(body.items).toMatchObject([{ starts_at: at('23:00'), appointment_ids: [_id] }]);
  });

  it('tells managers that the access has ended, and goes on after a new log-in', async () => {
    await google.connected('both');
    await google.play({ do: 'revoke' });
    await google.play({ do: 'expire_access_tokens' });
    await google.sync();
    expect(await google.state()).toMatchObject({ state: 'needs_reconnect', error: expect.any(String) });
    const { body } = await google.call('get', '/notifications').expect(200);
    expect(body.items[0]).toMatchObject({ type: 'channel.needs_reconnect' });
    const cards = (await google.call('get', '/integrations').expect(200)).body.items;
    expect(cards).toContainEqual(expect.objectContaining({ kind: 'google_calendar', state: 'attention' }));
    await google.call('post', '/google-calendar/sync').expect(409);
    await google.connect();
    await google.sync();
    expect(await google.state()).toMatchObject({ state: 'connected', error: null });
  });

  it('waits when Google asks for it', async () => {
    await google.connected('push');
    await google.book(at('10:00'));
    await google.play({ do: 'fail_next', status: 403, reason: 'rateLimitExceeded', times: 1 });
    await google.sync();
    expect((await google.state()).staff).toMatchObject([{ error: expect.stringContaining('wait') }]);
    await google.sync();
    expect((await google.state()).staff).toMatchObject([{ error: null }]);
    expect(google.events()).toHaveLength(1);
  });

  it('removes events and busy times with a calendar, and busy times with the account', async () => {
    await google.connected('both');
    await google.book(at('10:00'));
    await google.play({ do: 'create', event: hour('12:00', 'Dentist') });
    await google.sync();
    await google.call('delete', `/google-calendar/staff/${google.staffId}`).expect(204);
    await google.runner.idle();
    expect(google.events().map(({ summary }) => summary)).toEqual(['Dentist']);
    expect(await google.slots(day)).toContain('T12:00');
    await google.link('both');
    expect(await google.slots(day)).not.toContain('T12:00');
    await google.call('post', '/google-calendar/disconnect').expect(204);
    expect(await google.state()).toMatchObject({ state: 'disconnected', staff: [], account_email: null });
    expect(await google.slots(day)).toContain('T12:00');
    expect(google.events()).toHaveLength(2);
  });
});
