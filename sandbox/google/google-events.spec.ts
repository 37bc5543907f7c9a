import { anHour, GoogleWorld, reasonOf } from '../testing/google-world.ts';

const EVENTS = 'calendars/primary/events';
const TEN = '2027-03-01T10:00:00-03:00';

describe('events of the fake Google Calendar', () => {
  let world: GoogleWorld;

  beforeEach(async () => {
    world = await GoogleWorld.start();
    await world.connect();
  });

  afterEach(() => world.close());

  it('keeps the id of the caller, also of a deleted event', async () => {
    const body = anHour(TEN, { id: 'abc123', extendedProperties: { private: { visit: 'v1' } } });
    const { body: made } = await world.call('POST', EVENTS, body);
    expect(made).toMatchObject({ id: 'abc123', status: 'confirmed', sequence: 0, iCalUID: 'abc123@google.com' });
    expect(reasonOf(await world.call('POST', EVENTS, body))).toEqual([409, 'duplicate']);
    expect((await world.call('DELETE', `${EVENTS}/abc123`)).status).toBe(204);
    expect(reasonOf(await world.call('DELETE', `${EVENTS}/abc123`))).toEqual([410, 'deleted']);
    expect(reasonOf(await world.call('POST', EVENTS, body))).toEqual([409, 'duplicate']);
    expect((await world.call('GET', `${EVENTS}/abc123`)).body.status).toBe('cancelled');
    for (const id of ['abcd', 'ABCDE', 'xyzxyz', 'ab-cde'])
      expect(reasonOf(await world.call('POST', EVENTS, anHour(TEN, { id })))).toEqual([400, 'invalid']);
  });

  it('replaces with PUT, merges with PATCH, and checks If-Match', async () => {
    const fields = { id: 'abc123', location: 'Here', extendedProperties: { private: { visit: 'v1' } } };
    const { body: made } = await world.call('POST', EVENTS, anHour(TEN, fields));
    const patch = { extendedProperties: { private: { more: '1' } } };
    const { body: patched } = await world.call('PATCH', `${EVENTS}/abc123`, patch, { 'if-match': made.etag });
    expect(patched).toMatchObject({ location: 'Here', sequence: 0 });
    expect(patched.extendedProperties.private).toEqual({ visit: 'v1', more: '1' });
    // The old dateTime stays unless the body says null.
    const days = (dateTime?: null) => ({
      start: { date: '2027-03-02', dateTime },
      end: { date: '2027-03-03', dateTime },
    });
    expect((await world.call('PATCH', `${EVENTS}/abc123`, days())).status).toBe(400);
    const late = await world.call('PATCH', `${EVENTS}/abc123`, { summary: 'No' }, { 'if-match': made.etag });
    expect(reasonOf(late)).toEqual([412, 'conditionNotMet']);
    const { body: put } = await world.call('PUT', `${EVENTS}/abc123`, anHour('2027-03-01T11:00:00-03:00'));
    expect(put).not.toHaveProperty('location');
    expect(put).toMatchObject({ iCalUID: made.iCalUID, sequence: 1 });
    const stale = await world.call('DELETE', `${EVENTS}/abc123`, undefined, { 'if-match': made.etag });
    expect(stale.status).toBe(412);
  });

  it('refuses what Google refuses', async () => {
    const post = async (body: object, path = EVENTS) => reasonOf(await world.call('POST', path, body));
    const end = { dateTime: '2027-03-01T09:00:00-03:00' };
    expect(await post(anHour(TEN, { end }))).toEqual([400, 'timeRangeEmpty']);
    expect(await post({ summary: 'a' })).toEqual([400, 'required']);
    expect(await post(anHour(TEN, { start: { dateTime: '2027-03-01T10:00:00' } }))).toEqual([400, 'required']);
    expect(await post(anHour(TEN, { start: { date: '2027-03-01' } }))).toEqual([400, 'invalid']);
    expect(await post(anHour(TEN, { title: 'a' }))).toEqual([400, 'parseError']);
    expect(await post(anHour(TEN, { extendedProperties: { private: { a: 1 } } }))).toEqual([400, 'invalid']);
    expect(await post(anHour(TEN), `${EVENTS}?colour=red`)).toEqual([400, 'invalid']);
    expect(await post(anHour(TEN), 'calendars/nobody/events')).toEqual([404, 'notFound']);
    const { id: holidays } = (await world.call('GET', 'users/me/calendarList')).body.items[3];
    expect(await post(anHour(TEN), `calendars/${holidays}/events`)).toEqual([403, 'requiredAccessLevel']);
    world.token = 'ya29.wrong';
    expect(await post(anHour(TEN))).toEqual([401, 'authError']);
  });

  it('fails as the control says, and then works again', async () => {
    await world.play({ do: 'fail_next', status: 403, times: 2 });
    await world.play({ do: 'fail_next', status: 503, method: 'POST' });
    const list = async () => world.call('GET', EVENTS);
    expect(reasonOf(await world.call('POST', EVENTS, anHour(TEN)))).toEqual([403, 'rateLimitExceeded']);
    expect(reasonOf(await list())).toEqual([403, 'rateLimitExceeded']);
    expect((await list()).status).toBe(200);
    expect(reasonOf(await world.call('POST', EVENTS, anHour(TEN)))).toEqual([503, 'backendError']);
    await world.play({ do: 'fail_next', mode: 'accept_then_drop', method: 'POST' });
    await expect(world.call('POST', EVENTS, anHour(TEN, { id: 'taken' }))).rejects.toThrow();
    expect((await world.call('GET', `${EVENTS}/taken`)).status).toBe(200);
  });

  it('does what a person does', async () => {
    const zone = 'America/Sao_Paulo';
    const made = await world.play({ do: 'create', calendar: 'Anna', event: anHour(TEN) });
    await world.play({ do: 'move', calendar: 'Anna', event_id: made.id, minutes: 90 });
    await world.play({ do: 'decline', calendar: 'Anna', event_id: 'Visit' });
    const { id } = (await world.call('GET', 'users/me/calendarList')).body.items[1];
    const path = `calendars/${encodeURIComponent(id)}/events`;
    const { body } = await world.call('GET', path);
    expect(body.items).toMatchObject([
      {
        start: { dateTime: '2027-03-01T11:30:00-03:00' },
        end: { dateTime: '2027-03-01T12:30:00-03:00' },
        attendees: [{ self: true, responseStatus: 'declined' }],
      },
    ]);
    await world.play({ do: 'delete', calendar: 'Anna', event_id: made.id });
    expect((await world.call('GET', path)).body.items).toEqual([]);
    await expect(world.play({ do: 'move', calendar: 'Anna', event_id: 'no', minutes: 1 })).rejects.toThrow('Not Found');
    expect(body.timeZone).toBe(zone);
  });

  it('shows a page on which a person adds, moves and deletes events', async () => {
    const target = `${world.sandbox.googleUrl}/`;
    const send = (fields: Record<string, string>) =>
      fetch(target, { method: 'POST', body: new URLSearchParams({ calendar: 'Anna', ...fields }), redirect: 'manual' });
    const soon = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
    expect((await send({ do: 'create', title: 'Den<tist', start: `${soon}T10:00` })).status).toBe(303);
    await send({ do: 'move', event_id: 'Den<tist', start: `${soon}T11:30` });
    expect(await (await fetch(target)).text()).toContain('11:30–12:30 Den&lt;tist');
    await send({ do: 'delete', event_id: 'Den<tist' });
    expect(await (await fetch(target)).text()).not.toContain('Den&lt;tist');
    expect((await send({ do: 'delete', event_id: 'Den<tist' })).status).toBe(400);
  });
});
