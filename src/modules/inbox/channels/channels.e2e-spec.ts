import request from 'supertest';
import { channelToken } from '../../../../sandbox/channels.js';
import { registerCompany, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, aPage, type Inbox, startInbox, whileMetaFails } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { EventBus } from '../../../core/events/index.js';
import { ChannelDirectory } from './channel-directory.js';
import type { ChannelView } from './channel-view.js';
import { ChannelsRepository } from './channels.repository.js';

const WABA_ID = '205000000000001';

describe('channels', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let other: RegisteredCompany;
  let directory: ChannelDirectory;

  beforeAll(async () => {
    inbox = await startInbox();
    directory = inbox.app.app.get(ChannelDirectory);
    [company, other] = await Promise.all([registerCompany(inbox.app), registerCompany(inbox.app)]);
  });
  afterAll(() => inbox.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, as = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1/channels${path}`).set(as.auth);
  const page = (): ReturnType<typeof aPage> => aPage(inbox);
  const whileAway = <T>(act: () => PromiseLike<T>): Promise<T> => whileMetaFails(inbox, act);
  const connect = async (body: object, as = company): Promise<ChannelView> =>
    (await call('post', '', as).send(body).expect(201)).body as ChannelView;

  const listed = async (query: string, as = company): Promise<string[]> =>
    (await call('get', query, as)).body.items.map(({ _id }: ChannelView) => _id);

  it('connects an account and never returns its token', async () => {
    const { access_token: secret, ...account } = page();
    const channel = await connect({ ...account, name: 'Happy Paws', access_token: secret, settings: { a: 1 } });
    expect(channel).toMatchObject({
      ...account,
      name: 'Happy Paws',
      state: 'live',
      has_token: true,
      settings: { a: 1 },
      health: { last_in_at: null, last_error: null, subscribed_fields: expect.arrayContaining(['messages', 'feed']) },
      limits: { text: { max: 2_000, unit: 'characters' }, buttons: 3, quick_replies: 13, list_rows: 0 },
    });
    const answers = [await call('get', ''), await call('get', `/${channel._id}`)];
    expect(JSON.stringify([channel, ...answers.map(({ body }) => body)])).not.toContain(secret);
    const { access_token } = await directory.credentials(CompanyScope.of(channel.company_id), channel._id);
    expect(access_token).toBe(secret);
  });

  it('gives an account to one of 20 companies and requests that ask at once', async () => {
    const account = page();
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => call('post', '', index % 2 ? company : other).send(account)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const codes = answers.filter(({ status }) => status !== 201).map(({ body }) => body.code);
    expect(codes).toEqual(Array(19).fill('CHANNEL_TAKEN'));
  });

  it('frees the account on disconnecting, deletes the token and keeps the channel', async () => {
    const account = page();
    const channel = await connect(account);
    await call('delete', `/${channel._id}`).expect(204);
    await call('delete', `/${channel._id}`).expect(204);
    expect((await call('get', `/${channel._id}`)).body).toMatchObject({ state: 'disconnected', has_token: false });
    expect(await listed('')).not.toContain(channel._id);
    expect(await listed('?state=disconnected')).toContain(channel._id);
    await connect(account, other);
    const scope = CompanyScope.of(channel.company_id);
    await expect(directory.credentials(scope, channel._id)).rejects.toMatchObject({ code: 'CHANNEL_HAS_NO_TOKEN' });
  });

  it("brings the company's own channel back under its old id", async () => {
    const account = page();
    const first = await connect(account);
    await call('delete', `/${first._id}`).expect(204);
    const answers = await Promise.all(Array.from({ length: 5 }, () => call('post', '').send(account)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const again = answers.find(({ status }) => status === 201)!.body as ChannelView;
    expect(again).toMatchObject({ _id: first._id, state: 'live', has_token: true });
    const { access_token } = await directory.credentials(CompanyScope.of(first.company_id), first._id);
    expect(access_token).toBe(account.access_token);
  });

  it('finds the company of an account at once after every change', async () => {
    const account = page();
    expect(await directory.resolve(account.platform, account.external_id)).toBeUndefined();
    const channel = await connect(account);
    expect(await directory.resolve(account.platform, account.external_id)).toMatchObject({ _id: channel._id });
    await call('delete', `/${channel._id}`).expect(204);
    expect(await directory.resolve(account.platform, account.external_id)).toBeUndefined();
    const theirs = await connect(account, other);
    const found = await directory.resolve(account.platform, account.external_id);
    expect(found).toMatchObject({ _id: theirs._id, scope: CompanyScope.of(theirs.company_id) });
  });

  it('keeps companies apart', async () => {
    const channel = await connect(page());
    const routes = { get: '', patch: '', delete: '', post: '/self-test' };
    for (const [method, path] of Object.entries(routes) as [keyof typeof routes, string][]) {
      const { status, body } = await call(method, `/${channel._id}${path}`, other).send({});
      expect([method, path, status, body.code]).toEqual([method, path, 404, 'NOT_FOUND']);
    }
    expect(await listed('', other)).not.toContain(channel._id);
  });

  it('stops sending on a refused token, tells the company, and stays live with a new one', async () => {
    const account = page();
    const channel = await connect(account);
    const told: string[] = [];
    const stop = inbox.app.app.get(EventBus).on('channel.health_changed', ({ channel: { _id, state } }) => {
      if (_id === channel._id) told.push(state);
    });
    const refused = await directory.credentials(CompanyScope.of(channel.company_id), channel._id);
    const health = { last_error: { code: 'GRAPH_190', message: 'expired' } };
    await directory.reportAuthError(refused, health.last_error);
    expect((await call('get', `/${channel._id}`)).body).toMatchObject({ state: 'needs_reconnect', health });
    expect(await directory.resolve(channel.platform, channel.external_id)).toMatchObject({ state: 'needs_reconnect' });
    const change = { access_token: account.access_token, name: 'New name' };
    const { body } = await call('patch', `/${channel._id}`).send(change).expect(200);
    expect(body).toMatchObject({ state: 'live', name: 'New name', health: { last_error: null } });
    // A call that began with the old token fails late.
    await directory.reportAuthError(refused, health.last_error);
    expect(told).toEqual(['needs_reconnect', 'live']);
    stop();
  });

  it.each([
    ['an unknown platform', { platform: 'fax' }, 'platform'],
    ['an id with blanks', { external_id: '1 2' }, 'external_id'],
    ['nested settings', { settings: { a: { b: 1 } } }, 'settings'],
    ['a null name', { name: null }, 'name'],
    ['no token', { access_token: undefined }, 'access_token'],
    ['an unknown field', { live: false }, 'live'],
  ])('refuses %s', async (_, change, field) => {
    const input = { platform: 'facebook', external_id: '1', access_token: 'token', ...change };
    const { status, body } = await call('post', '').send(input);
    expect([status, body.code, body.details[0].field]).toEqual([400, 'VALIDATION_ERROR', field]);
  });

  it.each(['web', 'telegram'])('refuses an account of %s because PetBuddy cannot send there', async (platform) => {
    const { status, body } = await call('post', '').send({ platform, external_id: 'one', access_token: 'token' });
    expect([status, body.code]).toEqual([422, 'PLATFORM_UNSUPPORTED']);
  });

  describe('the proof of a token', () => {
    it('leaves the account free when the token can only read it', async () => {
      const account = page();
      const stolen = { ...account, access_token: 'sandbox-token-facebook' };
      const claims = [await connect(stolen), await connect(stolen, other)];
      expect(claims.map(({ state, health }) => [state, health.last_error?.code])).toEqual(
        Array(2).fill(['unverified', 'StepFailure']),
      );
      expect(await directory.resolve('facebook', account.external_id)).toBeUndefined();
      const unsent = directory.credentials(CompanyScope.of(company.company._id), claims[0]!._id);
      await expect(unsent).rejects.toMatchObject({ code: 'CHANNEL_UNVERIFIED' });
      const proven = await connect(account, other);
      expect(proven).toMatchObject({ _id: claims[1]!._id, state: 'live', health: { last_error: null } });
      expect((await call('post', `/${claims[0]!._id}/self-test`)).body).toMatchObject({ failed_step: 'account' });
      const { status, body } = await call('post', '').send(account);
      expect([status, body.code]).toEqual([409, 'CHANNEL_TAKEN']);
      expect((await call('get', `/${claims[0]!._id}`)).body.state).toBe('unverified');
    });

    it('passes later in the self-test, for one of two companies', async () => {
      const account = page();
      const claims = await whileAway(() => Promise.all([connect(account), connect(account, other)]));
      expect(claims.map(({ state }) => state)).toEqual(['unverified', 'unverified']);
      const tests = claims.map(({ _id }, index) => call('post', `/${_id}/self-test`, index ? other : company));
      const answers = await Promise.all(tests);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      expect(answers.map(({ body }) => body.code ?? body.channel.state).sort()).toEqual(['CHANNEL_TAKEN', 'live']);
    });

    it('is refused when the token was replaced during the test', async () => {
      const account = page();
      const claim = await whileAway(() => connect(account));
      Object.assign(inbox.sandbox.graph.knobs, { mode: 'slow', slow_ms: 500 });
      const tested = call('post', `/${claim._id}/self-test`).then((answer) => answer);
      await inbox.sandbox.ledger.waitFor(({ kind, data }) => kind === 'graph.call' && data['mode'] === 'slow');
      const scope = CompanyScope.of(claim.company_id);
      const channels = inbox.app.app.get(ChannelsRepository, { strict: false });
      await channels.updateLive(scope, claim._id, { access_token: 'another' });
      const { status, body } = await tested;
      inbox.sandbox.graph.knobs.mode = 'ok';
      expect([status, body.code]).toEqual([409, 'CHANNEL_CHANGED']);
      expect(await directory.resolve('facebook', account.external_id)).toBeUndefined();
    });

    it('is needed for a new token; without it the old token stays', async () => {
      const account = page();
      const channel = await connect(account);
      const renew = (access_token: string): request.Test => call('patch', `/${channel._id}`).send({ access_token });
      const refused = await renew('sandbox-token-facebook');
      expect([refused.status, refused.body.code]).toEqual([422, 'TOKEN_NOT_PROVEN']);
      const unasked = await whileAway(() => renew(account.access_token));
      expect([unasked.status, unasked.body.code]).toEqual([503, 'META_UNAVAILABLE']);
      const scope = CompanyScope.of(channel.company_id);
      expect((await directory.credentials(scope, channel._id)).access_token).toBe(account.access_token);
      expect((await call('get', `/${channel._id}`)).body).toMatchObject({ state: 'live' });
    });
  });

  describe('self-test', () => {
    const channels: Record<string, ChannelView> = {};

    beforeAll(async () => {
      for (const platform of ['facebook', 'instagram', 'whatsapp'] as const) {
        const access_token = channelToken({ platform });
        channels[platform] = await connect({ platform, external_id: ACCOUNTS[platform], access_token });
      }
    });
    const selfTest = (platform: string): request.Test => call('post', `/${channels[platform]!._id}/self-test`);

    it.each(['facebook', 'instagram', 'whatsapp'])('passes for %s', async (platform) => {
      const { body } = await selfTest(platform).expect(200);
      expect(body).toMatchObject({ ok: true, failed_step: null, channel: { state: 'live' } });
      const steps = body.steps.map((one: { step: string }) => one.step).join();
      expect(steps).toBe(`token,account${platform === 'whatsapp' ? ',registration' : ''},subscription,read_back`);
      expect(body.channel.health.checked_at).not.toBeNull();
    });

    it('says that a token was revoked, and afterwards that it works again', async () => {
      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'revoked');
      const failed = await selfTest('facebook').expect(200);
      const channel = { state: 'needs_reconnect', health: { last_error: { code: 'GRAPH_190' } } };
      expect(failed.body).toMatchObject({ ok: false, failed_step: 'token', channel });
      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'valid');
      const mended = await selfTest('facebook').expect(200);
      expect(mended.body).toMatchObject({ ok: true, channel: { state: 'live', health: { last_error: null } } });
    });

    it('finds the WhatsApp business account that owns the number, and takes no other', async () => {
      const { _id, settings } = channels['whatsapp']!;
      expect(settings).toEqual({ waba_id: WABA_ID });
      const set = (body: object): request.Test => call('patch', `/${_id}`).send(body).expect(200);
      await set({ settings: {} });
      expect((await selfTest('whatsapp')).body).toMatchObject({ ok: true, channel: { settings } });
      await set({ settings: { waba_id: '1' } });
      expect((await selfTest('whatsapp')).body).toMatchObject({ ok: false, failed_step: 'account' });
      await set({ settings });
      expect((await selfTest('whatsapp')).body).toMatchObject({ ok: true, channel: { state: 'live' } });
    });

    it('takes a WhatsApp token for all business accounts with one that it manages and that owns the number', async () => {
      const number = { platform: 'whatsapp' as const, external_id: '106300000000077', access_token: 'for-all' };
      inbox.sandbox.state.addChannel({ ...number, external_id: '106300000000078', waba_id: '2078', name: 'Neighbour' });
      inbox.sandbox.state.addChannel({ ...number, waba_id: '2077', name: 'For all' });
      const token = Object.assign(inbox.sandbox.state.tokens.find('for-all')!, { isForAll: true });
      token.readOnlyTargets = ['2077'];
      const claim = (settings: object): Promise<ChannelView> => connect({ ...number, settings });
      const refused = (code: string): object => ({ state: 'unverified', health: { last_error: { code } } });
      expect(await claim({})).toMatchObject(refused('StepFailure'));
      expect(await claim({ waba_id: WABA_ID })).toMatchObject(refused('GRAPH_100'));
      expect(await claim({ waba_id: '2078' })).toMatchObject(refused('StepFailure'));
      expect(await claim({ waba_id: '2077' })).toMatchObject(refused('GRAPH_200'));
      token.readOnlyTargets = [];
      expect(await claim({ waba_id: '2077' })).toMatchObject({ state: 'live' });
    });

    it('leaves the channel alone when Meta does not answer', async () => {
      const { body } = await whileAway(() => selfTest('instagram').expect(200));
      expect(body).toMatchObject({ ok: false, failed_step: 'token', channel: { state: 'live' } });
    });

    it('needs a token', async () => {
      const gone = await connect(page());
      await call('delete', `/${gone._id}`).expect(204);
      const { status, body } = await call('post', `/${gone._id}/self-test`);
      expect([status, body.code]).toEqual([409, 'CHANNEL_HAS_NO_TOKEN']);
    });
  });
});
