import { answerDialog } from '../testing/answer-dialog.ts';
import { codeOf, GraphWorld, HOUR_MS, INSTAGRAM, PAGE } from '../testing/graph-world.ts';

const REDIRECT = 'http://localhost:4000/cb';
const APP = { client_id: '600000000000001', redirect_uri: REDIRECT };

describe('log-in dialogs', () => {
  let world: GraphWorld;

  beforeEach(async () => {
    world = await GraphWorld.start();
  });

  afterEach(() => world.close());

  const dialog = (kind: 'facebookDialog' | 'instagramDialog', query: Record<string, string>): string => {
    const params = new URLSearchParams({ ...APP, response_type: 'code', state: 's1', ...query });
    return `${world.sandbox.oauthUrls[kind]}?${params.toString()}`;
  };
  const exchange = (params: Record<string, string>) => {
    const all = { client_id: APP.client_id, client_secret: 'secret', ...params };
    return world.call(`oauth/access_token?${new URLSearchParams(all).toString()}`);
  };
  const debug = async (token: unknown) => {
    const { body } = await world.call(`debug_token?input_token=${String(token)}`, { token: '600000000000001|secret' });
    return body.data as Record<string, unknown>;
  };

  it('exchanges a code once, only with the same redirect_uri, and then a long-lived token', async () => {
    const scope = 'pages_show_list,pages_messaging,instagram_basic';
    const back = await answerDialog(dialog('facebookDialog', { scope }), { accounts: [PAGE] });
    expect([back.searchParams.get('state'), back.hash]).toEqual(['s1', '#_=_']);
    const code = back.searchParams.get('code') ?? '';
    expect(codeOf(await exchange({ code, redirect_uri: `${REDIRECT}/` }))).toEqual([100, 36008]);
    const { body } = await exchange({ code, redirect_uri: REDIRECT });
    expect(codeOf(await exchange({ code, redirect_uri: REDIRECT }))).toEqual([100, 36009]);
    const short = String(body['access_token']);
    const extend = { grant_type: 'fb_exchange_token', fb_exchange_token: short };
    const long = await exchange(extend);
    expect(long.body['expires_in']).toBe(5_184_000);
    const pages = await world.call('me/accounts?fields=id,access_token,tasks,instagram_business_account', {
      token: String(long.body['access_token']),
    });
    const linked = { instagram_business_account: { id: INSTAGRAM }, tasks: expect.arrayContaining(['MESSAGING']) };
    expect(pages.body.data).toEqual([expect.objectContaining({ id: PAGE, ...linked })]);
    world.turnClock(3 * HOUR_MS);
    expect(codeOf(await exchange(extend))).toEqual([190, 463]);
  });

  it('creates a Page with a linked account, and grants the chosen accounts', async () => {
    const scope = 'pages_show_list,pages_messaging,pages_manage_metadata,instagram_basic';
    const back = await answerDialog(dialog('facebookDialog', { scope }), {
      fields: { new_account: 'Happy <Paws>', new_instagram: 'happypaws', tasks: 'analyze' },
      declined: ['instagram_basic', 'pages_manage_metadata'],
    });
    const { body } = await exchange({ code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT });
    const token = String(body['access_token']);
    expect(await debug(token)).toMatchObject({ type: 'USER', scopes: ['pages_show_list', 'pages_messaging'] });
    const pages = await world.call('me/accounts?fields=id,name,access_token,tasks,instagram_business_account', {
      token,
    });
    const [page] = pages.body.data as Record<string, string>[];
    expect(page).toEqual({
      id: expect.any(String),
      name: 'Happy <Paws>',
      access_token: page?.['access_token'],
      tasks: ['ANALYZE'],
    });
    const subscribe = await world.call(`${page?.['id']}/subscribed_apps`, {
      token: String(page?.['access_token']),
      json: { subscribed_fields: 'messages' },
    });
    expect(codeOf(subscribe)).toEqual([200]);
    expect(await (await fetch(dialog('facebookDialog', {}))).text()).toContain('Happy &lt;Paws&gt;');
  });

  it('redirects with an error after a cancel, and refuses a second answer', async () => {
    const url = dialog('facebookDialog', { scope: 'pages_messaging' });
    const back = await answerDialog(url, { decision: 'cancel' });
    expect(Object.fromEntries(back.searchParams)).toMatchObject({ error: 'access_denied', state: 's1' });
    const body = new URLSearchParams({ dialog: 'used', decision: 'continue' });
    expect((await fetch(new URL('/dialogs/answer', url), { method: 'POST', body })).status).toBe(400);
  });

  it('refuses a dialog of another app, with an unknown scope or another response type', async () => {
    for (const [name, value] of Object.entries({ client_id: '1', scope: 'all', response_type: 'token', extra: 'x' })) {
      expect((await fetch(dialog('facebookDialog', { [name]: value }))).status).toBe(400);
    }
  });

  it('exchanges a code of Instagram Login for a short token, and that for a long one', async () => {
    const scope = 'instagram_business_basic,instagram_business_manage_messages';
    const back = await answerDialog(dialog('instagramDialog', { scope }), { fields: { new_account: 'happypaws' } });
    expect(back.hash).toBe('#_');
    const form = {
      ...APP,
      client_secret: 'secret',
      grant_type: 'authorization_code',
      code: back.searchParams.get('code') ?? '',
    };
    const redeem = (body: string | URLSearchParams) =>
      fetch(world.sandbox.oauthUrls.instagramToken, { method: 'POST', body });
    expect((await redeem(JSON.stringify(form))).status).toBe(400);
    const { access_token: short, permissions } = (await (await redeem(new URLSearchParams(form))).json()) as {
      access_token: string;
      permissions: string[];
    };
    expect([short.slice(0, 4), permissions]).toEqual(['IGAA', scope.split(',')]);
    expect((await redeem(new URLSearchParams(form))).status).toBe(400);
    const extend = new URLSearchParams({
      grant_type: 'ig_exchange_token',
      client_secret: 'secret',
      access_token: short,
    });
    const long = await world.call(`access_token?${extend.toString()}`, { host: 'instagram', token: short });
    expect(long.body['expires_in']).toBe(5_184_000);
    const token = String(long.body['access_token']);
    const me = await world.call('me?fields=user_id,username,account_type', { host: 'instagram', token });
    expect(me.body).toMatchObject({ username: 'happypaws', account_type: 'BUSINESS' });
  });

  it('signs up a number, which cannot send before it is registered with its PIN', async () => {
    const back = await answerDialog(dialog('facebookDialog', { config_id: 'whatsapp-signup' }), {
      fields: { new_account: 'Happy Paws', new_pin: '123456' },
    });
    const { body } = await exchange({ code: back.searchParams.get('code') ?? '', redirect_uri: REDIRECT });
    expect(body['expires_in']).toBeUndefined();
    const token = String(body['access_token']);
    const { type, granular_scopes: granular } = await debug(token);
    const [{ target_ids: [waba] } = { target_ids: [''] }] = granular as { target_ids: string[] }[];
    expect(type).toBe('SYSTEM_USER');
    const numbers = await world.call(`${waba}/phone_numbers?fields=id,platform_type`, { token });
    const [number] = numbers.body.data as { id: string; platform_type: string }[];
    expect(number?.platform_type).toBe('NOT_APPLICABLE');
    const text = { messaging_product: 'whatsapp', to: '5511988887777', type: 'text', text: { body: 'hi' } };
    expect(codeOf(await world.call(`${number?.id}/messages`, { token, json: text }))).toEqual([133010]);
    const register = (pin: string) =>
      world.call(`${number?.id}/register`, { token, json: { messaging_product: 'whatsapp', pin } });
    expect(codeOf(await register('000000'))).toEqual([133005]);
    expect((await register('123456')).body).toEqual({ success: true });
    expect((await world.call(`${number?.id}/messages`, { token, json: text })).status).toBe(200);
  });
});
