import { setImmediate } from 'node:timers/promises';
import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { answerDialog } from '../../../../sandbox/testing/answer-dialog.js';
import { aStaffMember, registerCompany } from '../../../../test/builders/accounts.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { MetaLogin } from '../../../../test/support/meta-login.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelsService, type ChannelView } from '../channels/index.js';
import { ConnectionSecretsBox } from './connection-secrets.js';
import { ExpiredConnectionsPurger } from './expired-connections.purger.js';
import { hashOfState } from './login-start.service.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import type { MetaConnectionView } from './meta-connection-view.js';
import { MetaConnection } from './schemas/meta-connection.schema.js';

const NEW_PAGE = { fields: { new_account: 'Happy Paws' } };
const AFTER_DIALOG_MS = 11 * 60_000;

describe('log-ins at Meta', () => {
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  afterAll(() => inbox.close());

  const aPerson = async (): Promise<MetaLogin> => new MetaLogin(inbox, await registerCompany(inbox.app));
  const connectPage = async (person: MetaLogin, answer: object = NEW_PAGE): Promise<ChannelView[]> => {
    const connection = await person.logIn('facebook', answer);
    const ids = connection.accounts.map(({ external_id }) => external_id);
    return ((await person.choose(connection, ids).expect(200)).body as { items: ChannelView[] }).items;
  };
  const errorOf = (page: URL): string | null => page.searchParams.get('connect_error');

  describe('state', () => {
    it('is refused if it is forged, used again or too old', async () => {
      const person = await aPerson();
      expect(errorOf(await person.comeBack('state=forged&code=x'))).toBe('STATE_INVALID');
      expect(errorOf(await person.comeBack('code=x'))).toBe('STATE_INVALID');
      const back = await answerDialog((await person.start('facebook')).url, NEW_PAGE);
      const first = await person.comeBack(back.searchParams);
      await person.settled(first.searchParams.get('connect') ?? '');
      const again = await person.comeBack(back.searchParams);
      expect([errorOf(again), again.searchParams.get('connect')]).toEqual(['STATE_USED', null]);
      const { state } = await person.start('facebook');
      await inbox.app.app.get(ExpiredConnectionsPurger).purge(Date.now() + AFTER_DIALOG_MS);
      expect(errorOf(await person.comeBack(`state=${state}&code=x`))).toBe('STATE_EXPIRED');
    });

    it('works once in parallel callbacks, and its code is redeemed once', async () => {
      const person = await aPerson();
      const back = await answerDialog((await person.start('facebook')).url, NEW_PAGE);
      const pages = await Promise.all([1, 2, 3].map(() => person.comeBack(back.searchParams)));
      expect(pages.map(errorOf).sort()).toEqual(['STATE_USED', 'STATE_USED', null].sort());
      const id = pages.map((page) => page.searchParams.get('connect')).find(Boolean) ?? '';
      expect((await person.settled(id)).state).toBe('choosing');
      const code = back.searchParams.get('code');
      const calls = inbox.sandbox.ledger.entries({ kind: 'graph.call' });
      expect(calls.filter(({ data }) => (data['params'] as { code?: string }).code === code)).toHaveLength(1);
    });

    it('belongs to one person: other companies and colleagues see nothing, and staff may not log in', async () => {
      const owner = await registerCompany(inbox.app);
      const connection = await new MetaLogin(inbox, owner).logIn('facebook', NEW_PAGE);
      const path = `/api/v1/meta/connections/${connection._id}`;
      const get = (auth: { authorization: string }) => request(inbox.app.url).get(path).set(auth);
      await get((await registerCompany(inbox.app)).auth).expect(404);
      const { body } = await get((await aStaffMember(inbox.app, owner, { role: 'manager' })).auth).expect(409);
      expect(body.code).toBe('CONNECTION_NOT_YOURS');
      const staff = new MetaLogin(inbox, await aStaffMember(inbox.app, owner));
      await staff.call('get', '/meta/oauth/url?product=facebook').expect(403);
    });
  });

  it('ends after a cancel and after a used code, and keeps no secret', async () => {
    const company = await registerCompany(inbox.app);
    const person = new MetaLogin(inbox, company);
    const cancelled = await person.logIn('facebook', { decision: 'cancel' });
    expect(cancelled).toMatchObject({
      state: 'cancelled',
      error: { code: 'CANCELLED' },
      steps: [{ status: 'failed' }],
    });
    const back = await answerDialog((await person.start('facebook')).url, NEW_PAGE);
    const code = back.searchParams.get('code') ?? '';
    inbox.sandbox.graph.codes.redeem(code, `${back.origin}${back.pathname}`, false);
    const page = await person.comeBack(back.searchParams);
    const used = await person.settled(page.searchParams.get('connect') ?? '');
    expect(used).toMatchObject({ state: 'failed', error: { code: 'META_REFUSED' } });
    expect(used.error?.message).toContain('has been used');
    const repository = inbox.app.app.get(MetaConnectionsRepository);
    const stored = await repository.getById(CompanyScope.of(company.company._id), used._id);
    expect(stored.secrets).toBeUndefined();
  });

  it.each([
    ['facebook', {}, ['PAGE_NOT_TICKED'], []],
    [
      'facebook',
      { ...NEW_PAGE, declined: ['pages_messaging'] },
      ['SCOPE_DECLINED', 'NO_LINKED_INSTAGRAM'],
      ['SCOPE_DECLINED'],
    ],
    [
      'facebook',
      { fields: { new_account: 'Happy Paws', tasks: 'analyze' } },
      ['MISSING_TASK', 'NO_LINKED_INSTAGRAM'],
      ['MISSING_TASK'],
    ],
    ['instagram', { fields: { new_account: 'ana', is_personal: 'yes' } }, ['NOT_PROFESSIONAL'], ['NOT_PROFESSIONAL']],
    ['whatsapp', {}, ['NO_BUSINESS_ACCOUNT'], []],
  ])('says why a log-in with %s and %j finds no account', async (product, answer, findings, reasons) => {
    const person = await aPerson();
    const connection = await person.logIn(product, answer);
    expect(connection).toMatchObject({ state: 'failed', error: { code: 'NO_ACCOUNT' } });
    expect(connection.findings.map(({ code }) => code)).toEqual(findings);
    expect(connection.accounts.map(({ reason_code }) => reason_code)).toEqual(reasons);
    const { body } = await person.choose(connection, ['1']).expect(422);
    expect(body.code).toBe('ACCOUNT_NOT_CONNECTABLE');
  });

  it('does not offer an account that another company holds', async () => {
    const [channel] = await connectPage(await aPerson());
    const connection = await (await aPerson()).logIn('facebook', { accounts: [channel?.external_id ?? ''] });
    expect(connection.accounts).toMatchObject([{ connectable: false, reason_code: 'TAKEN' }]);
  });

  it('continues after a crash between the steps', async () => {
    const company = await registerCompany(inbox.app);
    const person = new MetaLogin(inbox, company);
    const scope = CompanyScope.of(company.company._id);
    const repository = inbox.app.app.get(MetaConnectionsRepository);
    const { url, state } = await person.start('facebook');
    const code = (await answerDialog(url, NEW_PAGE)).searchParams.get('code') ?? '';
    const started = await repository.findByState(hashOfState(state));
    if (!started) throw new Error('the log-in was not stored');
    const secrets = inbox.app.app
      .get(ConnectionSecretsBox)
      .seal(started, { code: { value: code, isRedirected: true } });
    await repository.begin(scope, started._id, 'started', { state: 'working', secrets });
    await killRun(started);
    const connection = await person.settled(started._id.toHexString());
    expect(connection.state).toBe('choosing');
    await repository.begin(scope, started._id, 'choosing', { state: 'connecting' });
    await killRun(started);
    const [account] = (await person.read(connection._id)).accounts;
    await person.choose(connection, [account?.external_id ?? '']).expect(200);
    expect((await person.read(connection._id)).state).toBe('connected');
  });

  describe('reconnect', () => {
    it('gives the channel a new token and keeps its history; another account is refused', async () => {
      const company = await registerCompany(inbox.app);
      const person = new MetaLogin(inbox, company);
      const [channel] = await connectPage(person);
      if (!channel) throw new Error('no channel was connected');
      const socket = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
      const customer = inbox.sandbox.state.customers.list().find(({ channelId }) => channelId === channel.external_id);
      await inbox.sandbox.player.play(channel.external_id, customer?.id ?? '', { do: 'text', text: 'Hello' }).delivered;
      const { message } = await socket.next('message:new');
      for (const { value } of inbox.sandbox.state.tokens.forTarget(channel.external_id)) {
        inbox.sandbox.state.tokens.setState(value, 'password_changed');
      }
      await person.call('post', `/channels/${channel._id}/self-test`).expect(200);

      const reconnect = async (answer: object): Promise<MetaConnectionView> =>
        person.answer((await person.call('post', `/channels/${channel._id}/reconnect`).expect(200)).body.url, answer);
      expect(await reconnect(NEW_PAGE)).toMatchObject({ state: 'failed', error: { code: 'OTHER_ACCOUNT' } });
      expect((await person.call('get', `/channels/${channel._id}`)).body.state).toBe('needs_reconnect');
      expect(await reconnect({ accounts: [channel.external_id] })).toMatchObject({ state: 'connected' });
      expect((await person.call('get', `/channels/${channel._id}`)).body).toMatchObject({
        state: 'live',
        name: channel.name,
        token: { state: 'ok' },
      });
      const { contact_id } = message as { contact_id: string };
      const sent = await person.call('post', '/meta/send-message', { contact_id, content: 'We are back' }).expect(201);
      expect(sent.body.forwarding.status).toBe('success');
      socket.close();
    });

    it('connects a disconnected channel again with its history', async () => {
      const person = await aPerson();
      const [channel] = await connectPage(person);
      if (!channel) throw new Error('no channel was connected');
      await person.call('delete', `/channels/${channel._id}`).expect(204);
      const { body } = await person.call('post', `/channels/${channel._id}/reconnect`).expect(200);
      const answer = { accounts: [channel.external_id] };
      expect(await person.answer(body.url, answer)).toMatchObject({ state: 'connected' });
      expect((await person.call('get', `/channels/${channel._id}`)).body).toMatchObject({ state: 'live' });
    });

    it('does not connect the account of another person who opens the link', async () => {
      const company = await registerCompany(inbox.app);
      const person = new MetaLogin(inbox, company);
      const [channel] = await connectPage(person);
      if (!channel) throw new Error('no channel was connected');
      const before = (await person.call('get', `/channels/${channel._id}`)).body.version;
      const { body } = await person.call('post', `/channels/${channel._id}/reconnect`).expect(200);
      const back = await answerDialog(body.url, { accounts: [channel.external_id] });
      const page = await person.comeBack(back.searchParams);
      const id = page.searchParams.get('connect') ?? '';
      const other = await aPerson();
      await other.call('get', `/meta/connections/${id}`).expect(404);
      await runIsOver(company.company._id, id);
      expect((await person.call('get', `/channels/${channel._id}`)).body.version).toBe(before);
      expect(await person.settled(id)).toMatchObject({ state: 'connected' });
      expect((await person.call('get', `/channels/${channel._id}`)).body.version).toBeGreaterThan(before);
    });

    it('is refused for a channel of another company', async () => {
      const [channel] = await connectPage(await aPerson());
      await (await aPerson()).call('post', `/channels/${channel?._id}/reconnect`).expect(404);
    });
  });

  it('keeps a subscription that the Page and its Instagram account share until the last one is disconnected', async () => {
    const person = await aPerson();
    const [page, instagram] = await connectPage(person, { fields: { new_account: 'Paws', new_instagram: 'paws' } });
    const subscribed = (): boolean => (inbox.sandbox.state.subscriptions.get(page?.external_id ?? '') ?? []).length > 0;
    await person.call('delete', `/channels/${page?._id}`).expect(204);
    expect(subscribed()).toBe(true);
    await person.call('delete', `/channels/${instagram?._id}`).expect(204);
    expect(subscribed()).toBe(false);
  });

  it('ends a shared subscription when its last two channels are disconnected at the same time', async () => {
    const company = await registerCompany(inbox.app);
    const answer = { fields: { new_account: 'Paws', new_instagram: 'paws' } };
    const [page, instagram] = await connectPage(new MetaLogin(inbox, company), answer);
    const [scope, channels] = [
      CompanyScope.of(company.company._id),
      inbox.app.app.get(ChannelsService, { strict: false }),
    ];
    await Promise.all([page, instagram].map((channel) => channels.disconnect(scope, channel?._id ?? '')));
    expect(inbox.sandbox.state.subscriptions.get(page?.external_id ?? '') ?? []).toEqual([]);
  });

  const connections = (): Model<MetaConnection> =>
    inbox.app.app.get(getModelToken(MetaConnection.name), { strict: false });
  const runIsOver = async (companyId: string, id: string): Promise<void> => {
    const company_id = CompanyScope.of(companyId).companyId;
    const isOver = { _id: new Types.ObjectId(id), company_id, run_id: { $exists: false } };
    while (!(await connections().findOne(isOver))) await setImmediate();
  };
  const killRun = async ({ _id, company_id }: MetaConnection): Promise<void> => {
    await connections().updateOne({ _id, company_id }, { $set: { busy_until: new Date(0) } });
  };
});
