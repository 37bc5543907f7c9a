import { createHmac } from 'node:crypto';
import { instagramStoryMention, messengerText } from './events/index.ts';
import {
  codeOf,
  GraphWorld,
  HOUR_MS,
  INSTAGRAM,
  INSTAGRAM_TOKEN,
  PAGE,
  PHONE,
  sentField,
} from './testing/graph-world.ts';
import { changeToken } from './token-control.ts';

describe('accounts, tokens and files of the Graph API', () => {
  let world: GraphWorld;

  beforeEach(async () => {
    world = await GraphWorld.start();
  });

  afterEach(() => world.close());

  it('changes all tokens that may act for an account', async () => {
    await world.customersWrite();
    changeToken(world.sandbox.state.tokens, { channel_id: PAGE, state: 'expired' });
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([190, 463]);
    expect(() => changeToken(world.sandbox.state.tokens, { channel_id: '7', state: 'expired' })).toThrow(
      'No such token',
    );
  });

  it('knows token states, foreign tokens and the proof of the app secret', async () => {
    await world.customersWrite();
    expect(codeOf(await world.call('me', { token: 'nonsense' }))).toEqual([190]);
    expect(codeOf(await world.call(`${PAGE}/messages`, { token: 'sandbox-token-whatsapp', json: {} }))).toEqual([
      100, 33,
    ]);
    world.sandbox.state.tokens.setState('sandbox-token-facebook', 'password_changed');
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([190, 460]);
    const { body } = await world.call('debug_token?input_token=sandbox-token-facebook', {
      token: '600000000000001|secret',
    });
    expect(body.data).toMatchObject({ is_valid: false, type: 'PAGE', error: { code: 190, subcode: 460 } });
    world.sandbox.graph.knobs.require_appsecret_proof = true;
    expect(codeOf(await world.call('me', { token: 'sandbox-token-user' }))).toEqual([100]);
    const proof = createHmac('sha256', 'secret').update('sandbox-token-user').digest('hex');
    expect((await world.call(`me?appsecret_proof=${proof}`, { token: 'sandbox-token-user' })).status).toBe(200);
  });

  it('takes each token on its own host and for its own nodes only', async () => {
    await world.customersWrite();
    const toInstagram = { recipient: { id: '8' }, message: { text: 'x' } };
    const onInstagram = { host: 'instagram', token: INSTAGRAM_TOKEN } as const;
    const wrongHost = [
      await world.call('me', { token: INSTAGRAM_TOKEN }),
      await world.call(`${INSTAGRAM}/messages`, { token: INSTAGRAM_TOKEN, json: toInstagram }),
      await world.call('me', { host: 'instagram' }),
    ];
    expect(wrongHost.map(codeOf)).toEqual([[190], [190], [190]]);
    expect(codeOf(await world.call(`${INSTAGRAM}/messages`, { json: toInstagram }))).toEqual([100, 33]);
    expect(codeOf(await world.call(`${INSTAGRAM}/subscribed_apps`))).toEqual([100, 33]);
    expect(codeOf(await world.call('me?appsecret_proof=x', onInstagram))).toEqual([100]);
    expect((await world.call('me/messages', { json: toInstagram })).body['recipient_id']).toBe('8');
    expect((await world.call('me/messages', { ...onInstagram, json: toInstagram })).body['recipient_id']).toBe('8');
    const { body } = await world.call('me?fields=id,user_id', onInstagram);
    expect(body).toEqual({ id: '27841400000000001', user_id: INSTAGRAM });
  });

  it('lets everybody read a Page, and tells by /me and debug_token for whom a token may act', async () => {
    world.sandbox.state.addChannel({ platform: 'facebook', external_id: '77', name: 'Other', access_token: 'other' });
    const read = await world.call(`${PAGE}?fields=id,name`, { token: 'other' });
    expect(read.body).toEqual({ id: PAGE, name: 'Patas & Cia' });
    expect(codeOf(await world.call(`${PAGE}?fields=access_token`, { token: 'other' }))).toEqual([100]);
    expect((await world.call('me?fields=id', { token: 'other' })).body).toEqual({ id: '77' });
    expect((await world.call('me', { token: 'sandbox-token-whatsapp' })).body['id']).toBe('9000000001');
    const debug = await world.call('debug_token?input_token=sandbox-token-whatsapp', {
      token: '600000000000001|secret',
    });
    expect((debug.body.data as { granular_scopes: unknown[] }).granular_scopes).toEqual([
      { scope: 'whatsapp_business_management', target_ids: ['205000000000001'] },
      { scope: 'whatsapp_business_messaging', target_ids: ['205000000000001'] },
    ]);
  });

  it('replaces subscriptions, refuses Instagram fields on a Page, and sends only what is subscribed', async () => {
    const path = `${PAGE}/subscribed_apps`;
    expect((await world.call(path, { json: { subscribed_fields: ['messages', 'message_echoes'] } })).body).toEqual({
      success: true,
    });
    expect((await world.call(path, { json: { subscribed_fields: 'messages' } })).status).toBe(200);
    const { body } = await world.call(path);
    expect(body.data).toEqual([expect.objectContaining({ subscribed_fields: ['messages'] })]);
    const refused = await world.call(path, { json: { subscribed_fields: 'messages,comments' } });
    expect(refused.body.error?.['message']).toMatch(
      /^\(#100\) Param subscribed_fields\[1\] must be one of \{feed, mention/,
    );
    world.sandbox.state.tokens.find('sandbox-token-facebook')?.readOnlyTargets.push(PAGE);
    expect((await world.call(path, { json: { subscribed_fields: 'feed' } })).body.error).toMatchObject({ code: 200 });
    expect((await world.call(path)).body.data).toEqual(body.data);
    await world.customersWrite();
    await world.messenger({ text: 'x' });
    await world.sandbox.idle();
    expect(world.sandbox.ledger.entries({ kind: 'webhook.event' }).some(sentField('message_echoes'))).toBe(false);
  });

  it('shows profiles only after the first message, and stories of mentions', async () => {
    expect(codeOf(await world.call('2410000000000101?fields=first_name'))).toEqual([230]);
    const mention = instagramStoryMention({ customerId: '8', url: 'https://cdn.example/story', mid: 'aWdmentioned' });
    await world.sandbox.webhooks.send([messengerText({ customerId: '2410000000000101', text: 'hi' }), mention]);
    const { body } = await world.call('2410000000000101?fields=first_name,last_name');
    expect(body).toEqual({ id: '2410000000000101', first_name: 'Ana', last_name: 'Souza' });
    expect(codeOf(await world.call('2410000000000101?fields=shoe_size'))).toEqual([100]);
    const story = await world.call('aWdmentioned?fields=story', { host: 'instagram', token: INSTAGRAM_TOKEN });
    expect(story.body['story']).toEqual({ mention: { link: 'https://cdn.example/story', id: 'aWdmentioned' } });
  });

  it('serves media for five minutes, to the right token only', async () => {
    const form = new FormData();
    form.set('messaging_product', 'whatsapp');
    form.set('file', new Blob(['%PDF-1.4'], { type: 'application/pdf' }), 'a.pdf');
    const headers = { authorization: 'Bearer sandbox-token-whatsapp' };
    const uploaded = await fetch(`${world.sandbox.graphUrl}/v26.0/${PHONE}/media`, {
      method: 'POST',
      headers,
      body: form,
    });
    const { id } = (await uploaded.json()) as { id: string };
    const look = async () => (await world.call(id, { token: 'sandbox-token-whatsapp' })).body;
    const { url, mime_type: mime, file_size: size } = await look();
    expect([mime, size]).toEqual(['application/pdf', 8]);
    expect((await fetch(String(url))).status).toBe(401);
    expect(await (await fetch(String(url), { headers })).text()).toBe('%PDF-1.4');
    world.sandbox.state.media.faults = { [id]: { fail_503: 1, content: 'exe' } };
    expect((await fetch(String(url), { headers })).status).toBe(503);
    expect((await (await fetch(String(url), { headers })).text()).slice(0, 2)).toBe('MZ');
    world.turnClock(5 * 60_000 + 1);
    expect((await fetch(String(url), { headers })).status).toBe(404);
    expect(codeOf(await world.call(id))).toEqual([100, 33]);
  });

  it('renews a token of Instagram Login from an age of 24 hours until it expires', async () => {
    const renew = (token: string) => {
      const query = new URLSearchParams({ grant_type: 'ig_refresh_token', access_token: token });
      return world.call(`refresh_access_token?${query.toString()}`, { host: 'instagram', token });
    };
    expect(codeOf(await renew(INSTAGRAM_TOKEN))).toEqual([100]);
    world.turnClock(25 * HOUR_MS);
    const { body } = await renew(INSTAGRAM_TOKEN);
    expect(body).toMatchObject({ token_type: 'bearer', expires_in: 5_184_000 });
    const renewed = String(body['access_token']);
    expect(codeOf(await renew(renewed))).toEqual([100]);
    for (const token of [INSTAGRAM_TOKEN, renewed]) {
      const me = await world.call('me?fields=user_id', { host: 'instagram', token });
      expect(me.body).toMatchObject({ user_id: INSTAGRAM });
    }
    world.sandbox.state.tokens.setDates(renewed, { expiresAt: 1 });
    expect(codeOf(await renew(renewed))).toEqual([190, 463]);
    expect(codeOf(await world.call('refresh_access_token?grant_type=ig_refresh_token'))).toEqual([100]);
  });

  it('raises the usage headers until error 4, and tells its version', async () => {
    await world.customersWrite();
    Object.assign(world.sandbox.graph.knobs, { usage_percent: 80, usage_step: 10 });
    const first = await world.messenger({ text: 'x' });
    expect(JSON.parse(first.headers.get('x-app-usage') ?? '')).toMatchObject({ call_count: 90 });
    expect(first.headers.get('facebook-api-version')).toBe('v26.0');
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([4]);
  });

  it('refuses the next message of one customer only, and no typing', async () => {
    await world.customersWrite();
    world.sandbox.graph.failNext({ scenario: 'person_unavailable', customer_id: 'somebody else' });
    expect((await world.messenger({ text: 'x' })).status).toBe(200);
    world.sandbox.graph.failNext({ scenario: 'transient_2', customer_id: '7' });
    const typing = await world.call('me/messages', { json: { recipient: { id: '7' }, sender_action: 'typing_on' } });
    expect(typing.status).toBe(200);
    expect(codeOf(await world.messenger({ text: 'x' }))).toEqual([2]);
  });
});
