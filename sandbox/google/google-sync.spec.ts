import { anHour, type GoogleAnswer, GoogleWorld, HOUR_MS, reasonOf } from '../testing/google-world.ts';

const EVENTS = 'calendars/primary/events';
const TEN = '2027-03-01T10:00:00-03:00';
const WEEKLY = {
  ...{ summary: 'Class', recurrence: ['RRULE:FREQ=WEEKLY;COUNT=3;BYDAY=MO'] },
  start: { dateTime: TEN, timeZone: 'America/Sao_Paulo' },
  end: { dateTime: '2027-03-01T11:00:00-03:00', timeZone: 'America/Sao_Paulo' },
};

describe('lists, sync tokens and notifications of the fake Google Calendar', () => {
  let world: GoogleWorld;

  beforeEach(async () => {
    world = await GoogleWorld.start();
    await world.connect();
  });

  afterEach(() => world.close());

  const list = (query: string): Promise<GoogleAnswer> => world.call('GET', `${EVENTS}?${query}`);
  const starts = ({ body }: GoogleAnswer): string[] =>
    body.items.map((one: { start: { date?: string; dateTime?: string } }) => one.start.dateTime ?? one.start.date);

  it('lists by pages, and gives a sync token on the last page only', async () => {
    for (const hour of [10, 12, 14]) await world.call('POST', EVENTS, anHour(`2027-03-01T${hour}:00:00-03:00`));
    const first = await list('maxResults=2');
    expect(first.body).not.toHaveProperty('nextSyncToken');
    // A change while somebody reads pages belongs to the next sync.
    await world.play({ do: 'create', event: anHour('2027-03-01T08:00:00-03:00', { summary: 'New' }) });
    const last = await list(`maxResults=2&pageToken=${first.body.nextPageToken}`);
    expect([first.body.items.length, last.body.items.length]).toEqual([2, 1]);
    expect(last.body).not.toHaveProperty('nextPageToken');
    const next = await list(`syncToken=${last.body.nextSyncToken}`);
    expect(next.body.items).toMatchObject([{ summary: 'New' }]);
    await world.play({ do: 'delete', event_id: 'New' });
    const { body } = await list(`syncToken=${next.body.nextSyncToken}`);
    expect(body.items).toMatchObject([{ status: 'cancelled' }]);
    expect(body.items[0]).not.toHaveProperty('start');
  });

  it('refuses parameters beside a sync token, and a token that expired', async () => {
    const token: string = (await list('singleEvents=true&timeMin=2027-01-01T00:00:00Z')).body.nextSyncToken;
    expect((await list(`singleEvents=true&syncToken=${token}`)).status).toBe(200);
    expect((await list(`syncToken=${token}`)).status).toBe(400);
    for (const bad of ['timeMin=2027-01-01T00:00:00Z', 'timeMax=2027-01-01T00:00:00Z', 'orderBy=startTime', 'q=a'])
      expect((await list(`singleEvents=true&syncToken=${token}&${bad}`)).status).toBe(400);
    await world.play({ do: 'expire_sync_tokens' });
    expect(reasonOf(await list(`singleEvents=true&syncToken=${token}`))).toEqual([410, 'fullSyncRequired']);
    const fresh: string = (await list('singleEvents=true')).body.nextSyncToken;
    expect((await list(`singleEvents=true&syncToken=${fresh}`)).status).toBe(200);
  });

  it('lists by time, with days and deleted events', async () => {
    const day = {
      summary: 'Trip',
      start: { date: '2027-03-02' },
      end: { date: '2027-03-03' },
      transparency: 'transparent',
    };
    await world.play({ do: 'create', event: day });
    await world.call('POST', EVENTS, anHour(TEN, { id: 'gone0' }));
    await world.call('DELETE', `${EVENTS}/gone0`);
    const march = 'timeMin=2027-03-01T00:00:00Z&timeMax=2027-04-01T00:00:00Z';
    expect(starts(await list(march))).toEqual(['2027-03-02']);
    expect(starts(await list(`${march}&showDeleted=true`))).toEqual(['2027-03-02', TEN]);
    expect(starts(await list('timeMin=2027-03-03T03:00:00Z'))).toEqual([]);
    await world.play({ do: 'move', event_id: 'Trip', minutes: 2 * 24 * 60 });
    expect(starts(await list('timeMin=2027-03-03T03:00:00Z'))).toEqual(['2027-03-04']);
    expect((await list('timeMin=2027-03-01')).status).toBe(400);
    expect((await list('singleEvents=maybe')).status).toBe(400);
  });

  it('expands a series, with exceptions', async () => {
    const { id } = await world.play({ do: 'create', event: WEEKLY });
    const full = await list('singleEvents=true');
    expect(starts(full)).toEqual([TEN, '2027-03-08T10:00:00-03:00', '2027-03-15T10:00:00-03:00']);
    expect(full.body.items[1]).toMatchObject({ id: `${id}_20270308T130000Z`, recurringEventId: id });
    await world.play({ do: 'move', event_id: `${id}_20270308T130000Z`, minutes: 60 });
    await world.play({ do: 'delete', event_id: `${id}_20270315T130000Z` });
    const { body } = await list(`singleEvents=true&syncToken=${full.body.nextSyncToken}`);
    expect(body.items).toMatchObject([
      {
        start: { dateTime: '2027-03-08T11:00:00-03:00' },
        originalStartTime: { dateTime: '2027-03-08T10:00:00-03:00' },
      },
      { id: `${id}_20270315T130000Z`, status: 'cancelled', recurringEventId: id },
    ]);
    expect(starts(await list('singleEvents=true&orderBy=startTime'))).toEqual([TEN, '2027-03-08T11:00:00-03:00']);
    await world.play({ do: 'delete', event_id: id });
    const after = await list(`singleEvents=true&syncToken=${body.nextSyncToken}`);
    expect(after.body.items.map((one: { id: string; status: string }) => [one.id, one.status])).toEqual(
      expect.arrayContaining([
        [`${id}_20270301T130000Z`, 'cancelled'],
        [`${id}_20270308T130000Z`, 'cancelled'],
      ]),
    );
    expect((await list('singleEvents=true')).body.items).toEqual([]);
  });

  it('notifies the channels of a calendar until they end', async () => {
    const { received } = world.receiver;
    const start = (changes: object = {}, calendar = 'primary') =>
      world.call('POST', `calendars/${calendar}/events/watch`, {
        ...{ id: 'c1', type: 'web_hook', address: 'https://petbuddy.example/hook?x=1', token: 'secret', ...changes },
      });
    const { body: channel } = await start();
    expect(Number(channel.expiration)).toBeGreaterThan(Date.now());
    await world.sandbox.idle();
    expect(reasonOf(await start())).toEqual([400, 'channelIdNotUnique']);
    await world.call('POST', EVENTS, anHour(TEN, { id: 'abc12' }));
    await world.sandbox.idle();
    expect(received.map(({ url, headers }) => [url, headers['x-goog-resource-state']])).toEqual([
      ['/hook?x=1', 'sync'],
      ['/hook?x=1', 'exists'],
    ]);
    expect(received[1]?.headers).toMatchObject({
      'x-goog-channel-token': 'secret',
      'x-goog-resource-id': channel.resourceId,
    });
    expect(received[1]?.body.length).toBe(0);
    world.sandbox.google.watch.knobs.lose = true;
    await world.play({ do: 'move', event_id: 'abc12', minutes: 5 });
    Object.assign(world.sandbox.google.watch.knobs, { lose: false, hold: true, duplicate: 1, require_https: true });
    await world.play({ do: 'delete', event_id: 'abc12' });
    expect(received).toHaveLength(2);
    await world.play({ do: 'release', seed: 3 });
    await world.sandbox.idle();
    expect(received).toHaveLength(4);
    expect(reasonOf(await start({ id: 'c2', address: 'http://a.example/' }))).toEqual([400, 'push.webhookUrlNotHttps']);
    const { id: holidays } = (await world.call('GET', 'users/me/calendarList')).body.items[3];
    expect((await start({ id: 'c3' }, holidays)).status).toBe(400);
    const stop = { id: 'c1', resourceId: channel.resourceId };
    expect((await world.call('POST', 'channels/stop', { ...stop, resourceId: 'other' })).status).toBe(404);
    expect((await world.call('POST', 'channels/stop', stop)).status).toBe(204);
    world.turnClock(HOUR_MS / 2);
    await world.call('POST', EVENTS, anHour(TEN));
    await world.sandbox.idle();
    expect(received).toHaveLength(4);
  });
});
