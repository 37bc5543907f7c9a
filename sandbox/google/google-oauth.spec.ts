import { GoogleWorld, HOUR_MS, reasonOf } from '../testing/google-world.ts';

const REDIRECT = 'http://localhost:4000/cb';

describe('the sign-in of the fake Google', () => {
  let world: GoogleWorld;

  beforeEach(async () => {
    world = await GoogleWorld.start();
  });

  afterEach(() => world.close());

  it('gives a code that works once, with the verifier and the redirect_uri of its page', async () => {
    const { url, verifier } = world.consent();
    const back = await world.answer(url);
    expect(back.searchParams.get('state')).toBe('s1');
    const code = back.searchParams.get('code') ?? '';
    const form = { grant_type: 'authorization_code', code, code_verifier: verifier, redirect_uri: REDIRECT };
    expect((await world.tokens({ ...form, redirect_uri: `${REDIRECT}/` })).body.error).toBe('redirect_uri_mismatch');
    const { body } = await world.tokens(form);
    expect(body).toMatchObject({
      expires_in: 3599,
      token_type: 'Bearer',
      refresh_token: expect.stringMatching(/^1\/\//),
    });
    expect((await world.tokens(form)).body.error).toBe('invalid_grant');
    const other = (await world.answer(world.consent().url)).searchParams.get('code') ?? '';
    expect((await world.tokens({ ...form, code: other })).body.error).toBe('invalid_grant');
    world.token = body.access_token;
    expect((await world.call('GET', 'users/me/calendarList/primary')).body).toMatchObject({
      id: 'salon@google.example',
      primary: true,
    });
  });

  it('lets a person deny all, or a part', async () => {
    const denied = await world.answer(world.consent().url, { decision: 'cancel' });
    expect(denied.searchParams.get('error')).toBe('access_denied');
    await world.connect({ scope: 'https://www.googleapis.com/auth/calendar.readonly' });
    expect((await world.call('GET', 'users/me/calendarList')).status).toBe(200);
    expect(reasonOf(await world.call('POST', 'calendars/primary/events', {}))).toEqual([
      403,
      'insufficientPermissions',
    ]);
  });

  it('renews an access token until the access is revoked', async () => {
    const { refresh_token = '' } = await world.connect();
    world.turnClock(HOUR_MS);
    expect(reasonOf(await world.call('GET', 'users/me/calendarList'))).toEqual([401, 'authError']);
    const renewed = await world.tokens({ grant_type: 'refresh_token', refresh_token });
    expect(renewed.body).not.toHaveProperty('refresh_token');
    world.token = renewed.body.access_token;
    expect((await world.call('GET', 'users/me/calendarList')).status).toBe(200);
    const target = `${world.sandbox.googleUrl}/revoke?token=${encodeURIComponent(refresh_token)}`;
    expect((await fetch(target, { method: 'POST' })).status).toBe(200);
    expect((await fetch(target, { method: 'POST' })).status).toBe(400);
    expect(await world.tokens({ grant_type: 'refresh_token', refresh_token })).toMatchObject({
      ...{ status: 400, body: { error: 'invalid_grant', error_description: 'Token has been expired or revoked.' } },
    });
    expect((await world.call('GET', 'users/me/calendarList')).status).toBe(401);
  });

  it('refuses a page of another client, or with a wrong parameter', async () => {
    const wrong: Record<string, string>[] = [
      { client_id: 'other' },
      { redirect_uri: 'ftp://x' },
      { response_type: 'token' },
      { scope: 'everything' },
      { code_challenge: 'short' },
      { code_challenge_method: 'plain' },
      { state: '' },
      { colour: 'red' },
    ];
    for (const changes of wrong) expect((await fetch(world.consent(changes).url)).status).toBe(400);
    const answered = await fetch(`${world.sandbox.googleUrl}/o/oauth2/answer`, {
      method: 'POST',
      body: new URLSearchParams(),
    });
    expect(answered.status).toBe(400);
  });

  it('makes the account that a person names, with calendars of its own', async () => {
    await world.connect({ new_account: 'other@google.example' });
    const { body } = await world.call('GET', 'users/me/calendarList');
    expect(
      body.items.map(({ summary, accessRole }: { summary: string; accessRole: string }) => [summary, accessRole]),
    ).toEqual([
      ['other@google.example', 'owner'],
      ['Anna', 'owner'],
      ['Bruno', 'writer'],
      ['Holidays', 'reader'],
    ]);
    expect((await world.call('GET', 'calendars/salon@google.example/events')).status).toBe(404);
  });
});
