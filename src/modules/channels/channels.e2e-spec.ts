import request from 'supertest';
import { registerCompany, type RegisteredCompany } from '../../../test/builders/accounts.js';
import { ACCOUNTS, type Inbox, startInbox } from '../../../test/support/inbox.js';
import { CompanyScope } from '../../core/tenancy/index.js';
import { EventBus } from '../../core/events/index.js';
import { SecretBox } from '../../core/security/index.js';
import { ChannelDirectory } from './channel-directory.js';
import type { ChannelView } from './channel-view.js';
import { ChannelsRepository } from './channels.repository.js';

const WABA_ID = '205000000000001';

describe('channels', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let other: RegisteredCompany;
  let directory: ChannelDirectory;
  let serial = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    directory = inbox.app.app.get(ChannelDirectory);
    [company, other] = await Promise.all([registerCompany(inbox.app), registerCompany(inbox.app)]);
  });
  afterAll(() => inbox.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, as = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1/channels${path}`).set(as.auth);
  const page = (): { platform: 'facebook'; external_id: string } => ({
    platform: 'facebook',
    external_id: `77${++serial}`,
  });
  const connect = async (body: object, as = company): Promise<ChannelView> =>
    (await call('post', '', as).send(body).expect(201)).body as ChannelView;

  it('connects an account and never returns its token', async () => {
    const account = page();
    const channel = await connect({
      ...account,
      name: 'Happy Paws',
      access_token: 'EAA-very-secret',
      settings: { a: 1 },
    });
    expect(channel).toMatchObject({
      ...account,
      name: 'Happy Paws',
      state: 'live',
      has_token: true,
      settings: { a: 1 },
      health: { last_in_at: null, last_error: null, subscribed_fields: [], checked_at: null },
    });
    const answers = [await call('get', ''), await call('get', `/${channel._id}`)];
    expect(JSON.stringify([channel, ...answers.map(({ body }) => body)])).not.toContain('EAA-very-secret');
    const { access_token } = await directory.credentials(CompanyScope.of(channel.company_id), channel._id);
    expect(access_token).toBe('EAA-very-secret');
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
    const channel = await connect({ ...account, access_token: 'token' });
    await call('delete', `/${channel._id}`).expect(204);
    await call('delete', `/${channel._id}`).expect(204);
    expect((await call('get', `/${channel._id}`)).body).toMatchObject({ state: 'disconnected', has_token: false });
    const listed = (await call('get', '')).body.items.map(({ _id }: ChannelView) => _id);
    expect(listed).not.toContain(channel._id);
    const ended = (await call('get', '?state=disconnected')).body.items.map(({ _id }: ChannelView) => _id);
    expect(ended).toContain(channel._id);
    await connect(account, other);
    await expect(directory.credentials(CompanyScope.of(channel.company_id), channel._id)).rejects.toMatchObject({
      code: 'CHANNEL_HAS_NO_TOKEN',
    });
  });

  it("brings the company's own channel back under its old id", async () => {
    const account = page();
    const first = await connect({ ...account, access_token: 'old' });
    await call('delete', `/${first._id}`).expect(204);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => call('post', '').send({ ...account, access_token: 'new' })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
    const again = answers.find(({ status }) => status === 201)!.body as ChannelView;
    expect(again).toMatchObject({ _id: first._id, state: 'live', has_token: true });
    const { access_token } = await directory.credentials(CompanyScope.of(first.company_id), first._id);
    expect(access_token).toBe('new');
  });

  it('finds the company of an account at once after every change', async () => {
    const account = page();
    expect(await directory.resolve(account.platform, account.external_id)).toBeUndefined();
    const channel = await connect(account);
    expect(await directory.resolve(account.platform, account.external_id)).toMatchObject({ _id: channel._id });
    await call('delete', `/${channel._id}`).expect(204);
    expect(await directory.resolve(account.platform, account.external_id)).toBeUndefined();
    const theirs = await connect(account, other);
    expect(await directory.resolve(account.platform, account.external_id)).toMatchObject({
      _id: theirs._id,
      scope: CompanyScope.of(theirs.company_id),
    });
  });

  it('is never routed to the company before by a process that has not heard of the change', async () => {
    const account = page();
    const [channels, secrets] = [ChannelsRepository, SecretBox].map((type) =>
      inbox.app.app.get<unknown>(type, { strict: false }),
    ) as [ChannelsRepository, SecretBox];
    // What another process has for itself; the database is all they share.
    const elsewhere = new ChannelDirectory(channels, secrets, new EventBus());
    const holder = async (): Promise<string | undefined> =>
      (await elsewhere.resolve('facebook', account.external_id))?.scope.id;
    const { _id } = await connect(account);
    expect(await holder()).toBe(company.company._id);
    await call('delete', `/${_id}`).expect(204);
    await connect(account, other);
    expect(await holder()).toBe(other.company._id);
  });

  it('keeps companies apart', async () => {
    const channel = await connect(page());
    for (const [method, path] of [
      ['get', ''],
      ['patch', ''],
      ['delete', ''],
      ['post', '/self-test'],
    ] as const) {
      const { status, body } = await call(method, `/${channel._id}${path}`, other).send({});
      expect([method, path, status, body.code]).toEqual([method, path, 404, 'NOT_FOUND']);
    }
    expect((await call('get', '', other)).body.items.map(({ _id }: ChannelView) => _id)).not.toContain(channel._id);
  });

  it('stops sending on a refused token, tells the company, and goes on with a new one', async () => {
    const channel = await connect({ ...page(), access_token: 'dies soon' });
    const scope = CompanyScope.of(channel.company_id);
    const told: string[] = [];
    const stop = inbox.app.app.get(EventBus).on('channel.health_changed', ({ channel: { _id, state } }) => {
      if (_id === channel._id) told.push(state);
    });
    await directory.reportAuthError(scope, channel._id, { code: 'GRAPH_190', message: 'expired' });
    expect((await call('get', `/${channel._id}`)).body).toMatchObject({
      state: 'needs_reconnect',
      health: { last_error: { code: 'GRAPH_190', message: 'expired' } },
    });
    expect(await directory.resolve(channel.platform, channel.external_id)).toMatchObject({ state: 'needs_reconnect' });
    const { body } = await call('patch', `/${channel._id}`)
      .send({ access_token: 'fresh', name: 'New name' })
      .expect(200);
    expect(body).toMatchObject({ state: 'live', name: 'New name', health: { last_error: null } });
    expect(told).toEqual(['needs_reconnect', 'live']);
    stop();
  });

  it.each([
    ['an unknown platform', { platform: 'fax', external_id: '1' }, 'platform'],
    ['an id with blanks', { platform: 'facebook', external_id: '1 2' }, 'external_id'],
    ['nested settings', { platform: 'facebook', external_id: '1', settings: { a: { b: 1 } } }, 'settings'],
    ['a null name', { platform: 'facebook', external_id: '1', name: null }, 'name'],
    ['an unknown field', { platform: 'facebook', external_id: '1', live: false }, 'live'],
  ])('refuses %s', async (_, input, field) => {
    const { status, body } = await call('post', '').send(input);
    expect([status, body.code, body.details[0].field]).toEqual([400, 'VALIDATION_ERROR', field]);
  });

  describe('self-test', () => {
    const tested: Record<string, object> = {
      facebook: {},
      instagram: {},
      whatsapp: { settings: { waba_id: WABA_ID } },
    };
    const channels: Record<string, ChannelView> = {};

    beforeAll(async () => {
      for (const platform of ['facebook', 'instagram', 'whatsapp'] as const) {
        const access_token = `sandbox-token-${platform}`;
        const account = { platform, external_id: ACCOUNTS[platform], access_token };
        channels[platform] = await connect({ ...account, ...tested[platform] });
      }
    });
    const selfTest = (platform: string): request.Test => call('post', `/${channels[platform]!._id}/self-test`);

    it.each(Object.keys(tested))('passes for %s', async (platform) => {
      const { body } = await selfTest(platform).expect(200);
      expect(body).toMatchObject({ ok: true, failed_step: null, channel: { state: 'live' } });
      expect(body.steps.map(({ step }: { step: string }) => step)).toEqual([
        'token',
        'account',
        'subscription',
        'read_back',
      ]);
      expect(body.channel.health.checked_at).not.toBeNull();
    });

    it('says that a token was revoked, and afterwards that it works again', async () => {
      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'revoked');
      const failed = await selfTest('facebook').expect(200);
      expect(failed.body).toMatchObject({
        ok: false,
        failed_step: 'token',
        channel: { state: 'needs_reconnect', health: { last_error: { code: 'GRAPH_190' } } },
      });
      inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'valid');
      const mended = await selfTest('facebook').expect(200);
      expect(mended.body).toMatchObject({ ok: true, channel: { state: 'live', health: { last_error: null } } });
    });

    it('names the account step when the token is for another account', async () => {
      const stranger = await connect({ ...page(), access_token: 'sandbox-token-facebook' });
      const { body } = await call('post', `/${stranger._id}/self-test`).expect(200);
      expect(body).toMatchObject({ ok: false, failed_step: 'account', channel: { state: 'live' } });
    });

    it('names the subscription step when WhatsApp does not know its business account', async () => {
      await call('patch', `/${channels['whatsapp']!._id}`).send({ settings: {} }).expect(200);
      const { body } = await selfTest('whatsapp').expect(200);
      expect(body).toMatchObject({ ok: false, failed_step: 'subscription' });
    });

    it('leaves the channel alone when Meta does not answer', async () => {
      inbox.sandbox.graph.knobs.mode = '500';
      const { body } = await selfTest('instagram').expect(200);
      inbox.sandbox.graph.reset();
      expect(body).toMatchObject({ ok: false, failed_step: 'token', channel: { state: 'live' } });
    });

    it('needs a token', async () => {
      const bare = await connect(page());
      const { status, body } = await call('post', `/${bare._id}/self-test`);
      expect([status, body.code]).toEqual([409, 'CHANNEL_HAS_NO_TOKEN']);
    });
  });
});
