import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import request from 'supertest';
import { aStaffMember, type LoggedIn } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { AppointmentDto } from '../../booking/appointments/index.js';
import type { CreatedCalendarFeedDto } from './dto/calendar-feed.dto.js';

describe('calendar feeds', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let staff: LoggedIn;
  const day = aWeekday();

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    staff = await aStaffMember(app, salon);
  });
  afterAll(() => app.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object, by = salon.auth) =>
    request(app.url)[method](`/api/v1${path}`).set(by).send(body);
  const aFeed = async (input: object, by = salon.auth): Promise<CreatedCalendarFeedDto> =>
    (await call('post', '/integrations/calendar-feeds', input, by).expect(201)).body;
  const read = (url: string, tag = ''): request.Test =>
    request(app.url).get(new URL(url).pathname).set('if-none-match', tag);
  const book = async (time = '10:00'): Promise<AppointmentDto> => {
    const contact = await aContact(app, salon, { full_name: 'Mia Rossi, of "Rua São João; 3"' });
    const body = { service_id: salon.serviceId, contact_id: contact._id, client_key: randomUUID() };
    return (await call('post', '/appointments', { ...body, starts_at: `${day}T${time}:00Z` }).expect(201)).body
      .appointment;
  };
  const eventsOf = async (url: string): Promise<Record<string, unknown>[]> => {
    const { text } = await read(url).expect(200).expect('content-type', 'text/calendar; charset=utf-8');
    return new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((one) => {
      const event = new ICAL.Event(one);
      return {
        uid: event.uid,
        summary: event.summary,
        sequence: event.sequence,
        starts: event.startDate.toJSDate().toISOString(),
        status: one.getFirstPropertyValue('status'),
      };
    });
  };

  it('shows a booking, its move and its end to a calendar program', async () => {
    const { url } = await aFeed({ kind: 'company' });
    expect(await eventsOf(url)).toEqual([]);
    const { _id } = await book();
    const [booked] = await eventsOf(url);
    expect(booked).toMatchObject({
      uid: `${_id}@petbuddy`,
      summary: expect.stringContaining('Mia Rossi, of "Rua São João; 3": '),
      starts: `${day}T10:00:00.000Z`,
      status: 'CONFIRMED',
    });
    await call('patch', `/appointments/${_id}`, { starts_at: `${day}T15:00:00Z` }).expect(200);
    const [moved] = await eventsOf(url);
    expect(moved).toMatchObject({ uid: booked!['uid'], starts: `${day}T15:00:00.000Z` });
    expect(moved!['sequence']).toBeGreaterThan(Number(booked!['sequence']));
    await call('post', `/appointments/${_id}/cancel`, {}).expect(200);
    const [ended] = await eventsOf(url);
    expect(ended).toMatchObject({ uid: booked!['uid'], status: 'CANCELLED' });
    expect(ended!['sequence']).toBeGreaterThan(Number(moved!['sequence']));
  });

  it('shows only what belongs to the person, and moves it from one person to another', async () => {
    const own = await aFeed({ kind: 'staff', staff_id: salon.user._id });
    const other = await aFeed({ kind: 'staff', staff_id: staff.user._id });
    await book();
    expect(await eventsOf(own.url)).toHaveLength(1);
    expect(await eventsOf(other.url)).toEqual([]);
  });

  it('answers 304 until something changes', async () => {
    const { url } = await aFeed({ kind: 'company' });
    await book('10:00');
    const { headers } = await read(url).expect(200);
    await read(url, headers['etag']).expect(304);
    await read(url, `W/${headers['etag']}`).expect(304);
    await book('12:00');
    await read(url, headers['etag']).expect(200);
  });

  it('shows the address once, and ends it with the feed', async () => {
    const { _id, url } = await aFeed({ kind: 'company' });
    const { text } = await call('get', '/integrations/calendar-feeds').expect(200);
    expect(text).not.toContain(new URL(url).pathname.split('/').at(-1)!.slice(0, -4));
    await read(url).expect(200);
    expect((await call('get', '/integrations/calendar-feeds')).body.items).toMatchObject([
      { _id, last_read_at: expect.any(String) },
    ]);
    await call('delete', `/integrations/calendar-feeds/${_id}`).expect(204);
    await read(url).expect(404);
    await read(url.replace(/[\w-]{43}/, 'x'.repeat(43))).expect(404);
  });

  it('lets staff make a feed of their own appointments only, which ends when they leave', async () => {
    const refused = { kind: 'staff', staff_id: salon.user._id };
    await call('post', '/integrations/calendar-feeds', refused, staff.auth).expect(403);
    await call('post', '/integrations/calendar-feeds', { kind: 'company' }, staff.auth).expect(403);
    const { url } = await aFeed({ kind: 'staff', staff_id: staff.user._id }, staff.auth);
    const ofOwner = await aFeed({ kind: 'company' });
    expect((await call('get', '/integrations/calendar-feeds', undefined, staff.auth)).body.items).toHaveLength(1);
    await call('delete', `/integrations/calendar-feeds/${ofOwner._id}`, undefined, staff.auth).expect(404);
    await read(url).expect(200);
    await call('delete', `/users/${staff.user._id}`).expect(204);
    await read(url).expect(404);
  });

  it.each([
    [{ kind: 'staff' }, 'staff_id'],
    [{ kind: 'resource' }, 'resource_id'],
    [{ kind: 'company', staff_id: 'f'.repeat(24) }, 'staff_id'],
  ])('says what is wrong with %j', async (input, field) => {
    const { body } = await call('post', '/integrations/calendar-feeds', input).expect(400);
    expect(body).toMatchObject({ code: 'VALIDATION_ERROR', details: [{ field }] });
  });
});
