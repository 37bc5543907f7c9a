import type { Abstract as AbstractType, Type } from '@nestjs/common';
import request from 'supertest';
import { aStaffMember, registerCompany, type RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { aPage, type Inbox, StaffSocket, startInbox, whileMetaFails } from '../../../../../test/support/inbox.js';
import { afterNext } from '../../../../../test/support/before-next.js';
import { receiveMails } from '../../../../../test/support/mailbox.js';
import { EventBus } from '../../../../core/events/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { LockLeasesRepository } from '../../../../core/locks/lock-leases.repository.js';
import { Metrics } from '../../../../core/metrics/index.js';
import { Jobs } from '../../../../core/jobs/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AccountConnectors } from '../account-connectors.js';
import { ChannelDirectory } from '../channel-directory.js';
import type { ChannelView } from '../channel-view.js';
import { ChannelsRepository } from '../channels.repository.js';
import { ChannelSelfTest } from '../self-test/channel-self-test.js';
import { TokenRefreshScheduler } from './token-refresh.scheduler.js';
import { TokenRefreshService } from './token-refresh.service.js';

const DAY_S = 86_400;
const RUNS = 10;

describe('tokens of channels', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app);
  });
  afterAll(() => inbox.close());

  const call = (method: 'get' | 'post' | 'patch' | 'delete', path: string, as = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1/channels${path}`).set(as.auth);
  const connect = async (body: object): Promise<ChannelView> =>
    (await call('post', '').send(body).expect(201)).body as ChannelView;
  const read = async ({ _id }: ChannelView): Promise<ChannelView> => (await call('get', `/${_id}`)).body as ChannelView;
  const get = <T>(type: Type<T> | AbstractType<T>): T => inbox.app.app.get<unknown, T>(type, { strict: false });
  const tokens = () => inbox.sandbox.state.tokens;
  const secondsFromNow = (days: number): number => tokens().seconds() + days * DAY_S;

  it('shows the kind and the dates of a token until the channel is disconnected', async () => {
    const account = aPage(inbox);
    const [expiresAt, dataAccessExpiresAt] = [secondsFromNow(60), secondsFromNow(90)];
    tokens().setDates(account.access_token, { expiresAt, dataAccessExpiresAt });
    const channel = await connect(account);
    expect(channel.token).toMatchObject({
      kind: 'page',
      expires_at: new Date(expiresAt * 1_000).toISOString(),
      data_access_expires_at: new Date(dataAccessExpiresAt * 1_000).toISOString(),
      refreshed_at: expect.any(String),
      state: 'ok',
      last_error: null,
    });
    await call('delete', `/${channel._id}`).expect(204);
    expect((await read(channel)).token).toBeNull();
  });

  it('learns from a self-test that a token ends soon, is refused, and works again', async () => {
    const account = aPage(inbox);
    const channel = await connect(account);
    const selfTest = async () => (await call('post', `/${channel._id}/self-test`).expect(200)).body.channel;
    tokens().setDates(account.access_token, { dataAccessExpiresAt: secondsFromNow(6.5) });
    expect(await selfTest()).toMatchObject({ token: { state: 'expiring' }, health: { token_days_left: 6 } });
    tokens().setState(account.access_token, 'revoked');
    expect(await selfTest()).toMatchObject({
      token: { state: 'needs_reconnect', last_error: { code: 'GRAPH_190' } },
      health: { token_days_left: null },
    });
    tokens().setState(account.access_token, 'valid');
    tokens().setDates(account.access_token, { dataAccessExpiresAt: secondsFromNow(8.5) });
    expect(await selfTest()).toMatchObject({
      token: { state: 'ok', last_error: null },
      health: { token_days_left: 8 },
    });
  });
  let accounts = 0;
  /** Connects an account of Instagram Login whose token is some days old. */
  const anInstagramChannel = async (days: number): Promise<ChannelView & { secret: string }> => {
    const external_id = `178415000000000${++accounts}`;
    const account = { platform: 'instagram' as const, external_id, access_token: `IGAA-token-of-${external_id}` };
    inbox.sandbox.state.addChannel({ ...account, name: 'An account' });
    const channel = await connect(account);
    tokens().setDates(account.access_token, { issuedAt: secondsFromNow(-days), expiresAt: secondsFromNow(60 - days) });
    const stored_at = new Date(Date.now() - days * DAY_S * 1_000);
    await get(ChannelsRepository).updateById(scopeOf(channel), toObjectId(channel._id), {
      $set: { 'token.stored_at': stored_at },
    });
    return { ...channel, secret: account.access_token };
  };
  const scopeOf = ({ company_id }: ChannelView): CompanyScope => CompanyScope.of(company_id);
  const secretOf = async (channel: ChannelView): Promise<string> => {
    return (await get(ChannelDirectory).credentials(scopeOf(channel), channel._id)).access_token;
  };
  const renewals = (): number =>
    inbox.sandbox.ledger.entries({ kind: 'graph.call' }).filter(({ data }) => data['path'] === '/refresh_access_token')
      .length;
  const refresh = async ({ _id }: ChannelView): Promise<ChannelView> =>
    (await call('post', `/${_id}/refresh-token`).expect(200)).body as ChannelView;
  const mails = (to: Pick<RegisteredCompany, 'user'> = company): Promise<{ subject: string; raw: string }[]> =>
    receiveMails(inbox.app, to.user.email);
  /** A service with its own locks, like in another process. */
  const serviceOfAnotherProcess = (): TokenRefreshService => {
    const locks = new KeyedLocks(get(LockLeasesRepository), get(Metrics));
    return new TokenRefreshService(
      get(ChannelsRepository),
      get(ChannelDirectory),
      get(AccountConnectors),
      get(SecretBox),
      locks,
      get(ChannelSelfTest),
      get(Jobs),
    );
  };

  it('renews a token once in ten parallel runs, and the old token still works', async () => {
    const channel = await anInstagramChannel(31);
    const before = renewals();
    await Promise.all(Array.from({ length: RUNS }, () => serviceOfAnotherProcess().refreshAll()));
    expect(renewals()).toBe(before + 1);
    const { token, state } = await read(channel);
    expect([state, token?.kind, token?.state, token?.last_error]).toEqual(['live', 'instagram', 'ok', null]);
    const left = new Date(token!.expires_at!).getTime() - Date.now();
    expect(Math.round(left / DAY_S / 1_000)).toBe(60);
    expect(await secretOf(channel)).not.toBe(channel.secret);
    expect(tokens().stateOf(tokens().find(channel.secret)!)).toBe('valid');
  });

  it('runs once, although each process starts it', async () => {
    const channel = await anInstagramChannel(2);
    const before = renewals();
    await Promise.all(Array.from({ length: RUNS }, () => get(TokenRefreshScheduler).dailyRun()));
    await mails();
    expect(renewals()).toBe(before + 1);
    expect((await read(channel)).token?.expires_at).not.toBeNull();
  });

  it('uses a new token at once, also if the old one was read during the renewal', async () => {
    const channel = await anInstagramChannel(31);
    afterNext(get(ChannelsRepository), 'getById', () => refresh(channel));
    expect(await secretOf(channel)).toBe(channel.secret);
    expect(await secretOf(channel)).not.toBe(channel.secret);
  });

  it('uses what another process has stored as soon as the provider refuses the old token', async () => {
    const account = aPage(inbox);
    const channel = await connect(account);
    const other = new ChannelDirectory(get(ChannelsRepository), get(SecretBox), get(EventBus));
    const read = () => other.credentials(scopeOf(channel), channel._id);
    const renew = () => call('patch', `/${channel._id}`).send({ access_token: account.access_token }).expect(200);
    const refused = await read();
    await renew();
    const error = { code: 'GRAPH_190', message: 'expired' };
    expect(await other.reportAuthError(refused, error)).toBe(false);
    const renewed = await read();
    expect(renewed.sealed_token).not.toBe(refused.sealed_token);
    for (const each of [get(ChannelDirectory), other]) await each.reportAuthError(renewed, error);
    expect((await read()).channel.state).toBe('needs_reconnect');
    await renew();
    expect((await read()).channel.state).toBe('live');
  });

  it('does not renew a token younger than 24 hours, and keeps a token that Instagram refuses to renew', async () => {
    const channel = await anInstagramChannel(0.9);
    const before = renewals();
    expect(await refresh(channel)).toMatchObject({ state: 'live', token: { state: 'ok', last_error: null } });
    expect(renewals()).toBe(before);
    const younger = await anInstagramChannel(2);
    tokens().setDates(younger.secret, { issuedAt: secondsFromNow(0) });
    expect(await refresh(younger)).toMatchObject({ state: 'live', token: { last_error: { code: 'GRAPH_100' } } });
    expect(await secretOf(younger)).toBe(younger.secret);
  });

  it('tells owners and managers once, in the app and by mail, that a token has expired, until it is replaced', async () => {
    const manager = await aStaffMember(inbox.app, company, { role: 'manager' });
    const channel = await anInstagramChannel(61);
    const socket = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const told: unknown[] = [];
    const stop = get(EventBus).on('channel.health_changed', ({ channel: { _id, token } }) => {
      if (_id === channel._id) told.push(token?.state);
    });
    const [before, beforeManager] = [(await mails()).length, (await mails(manager)).length];
    expect(await refresh(channel)).toMatchObject({
      state: 'needs_reconnect',
      token: { state: 'needs_reconnect', last_error: { code: 'GRAPH_190' } },
    });
    const [mail, ...more] = (await mails()).slice(before);
    expect(mail?.raw).toContain(`/settings/channels?channel=${channel._id}`);
    expect(mail?.raw).not.toContain(channel.secret);
    expect(more).toEqual([]);
    expect((await mails(manager)).length).toBe(beforeManager + 1);
    await refresh(channel);
    expect((await mails()).length).toBe(before + 1);
    expect(told[0]).toBe('needs_reconnect');
    const { notification } = await socket.next('notification:new', (event) => idIn(event) === channel._id);
    expect(notification).toMatchObject({ type: 'channel.needs_reconnect', data: { platform: 'instagram' } });
    const notified = socket.received.filter(({ event }) => event === 'notification:new');
    expect(notified.filter(({ data }) => idIn(data) === channel._id)).toHaveLength(1);
    socket.close();
    const notifications = async () =>
      (await request(inbox.app.url).get('/api/v1/notifications').set(manager.auth).expect(200)).body;
    const ofChannel = { type: 'channel.needs_reconnect', data: { channel_id: channel._id } };
    expect(await notifications()).toMatchObject({ items: [ofChannel], unread: 1 });
    stop();

    tokens().setDates(channel.secret, { expiresAt: secondsFromNow(60) });
    await call('patch', `/${channel._id}`).send({ access_token: channel.secret }).expect(200);
    // Each look is a round trip, so this does not spin.
    while ((await notifications()).unread > 0);
    expect(await notifications()).toMatchObject({ items: [{ ...ofChannel, read_at: expect.any(String) }] });
  });
  const idIn = ({ notification }: Record<string, unknown>): unknown =>
    (notification as { data: Record<string, unknown> } | undefined)?.data['channel_id'];

  it('warns 7 and 2 days before the end, once each, and again before the next end', async () => {
    const account = aPage(inbox);
    const channel = await connect(account);
    const start = (await mails()).length;
    const mailedAt = async (days: number): Promise<number> => {
      tokens().setDates(account.access_token, { dataAccessExpiresAt: secondsFromNow(days) });
      await refresh(channel);
      await refresh(channel);
      return (await mails()).length - start;
    };
    const counts = [];
    for (const days of [8, 6.5, 5, 1.9, 1, 90, 6.9]) counts.push(await mailedAt(days));
    expect(counts).toEqual([0, 1, 1, 2, 2, 2, 3]);
    expect((await read(channel)).token?.state).toBe('expiring');
  });

  it('changes only the last error when Meta does not answer', async () => {
    const channel = await connect(aPage(inbox));
    const after = await whileMetaFails(inbox, () => refresh(channel));
    expect(after).toMatchObject({ state: 'live', token: { ...channel.token, last_error: { code: 'GRAPH_1' } } });
    expect((await refresh(channel)).token).toEqual(channel.token);
  });

  it('lets only owners and managers of the company refresh a token', async () => {
    const channel = await connect(aPage(inbox));
    const [staff, stranger] = [await aStaffMember(inbox.app, company), await registerCompany(inbox.app)];
    await call('post', `/${channel._id}/refresh-token`, staff as RegisteredCompany).expect(403);
    await call('post', `/${channel._id}/refresh-token`, stranger).expect(404);
    await call('delete', `/${channel._id}`).expect(204);
    const { status, body } = await call('post', `/${channel._id}/refresh-token`);
    expect([status, body.code]).toEqual([409, 'CHANNEL_HAS_NO_TOKEN']);
  });

  it('repairs a lost subscription in the daily run, and reports one that it cannot repair', async () => {
    const [lost, refused] = [aPage(inbox), aPage(inbox)];
    const [repaired, broken] = [await connect(lost), await connect(refused)];
    const { subscriptions } = inbox.sandbox.state;
    subscriptions.set(lost.external_id, []);
    tokens().find(refused.access_token)!.readOnlyTargets.push(refused.external_id);
    await get(TokenRefreshService).refreshAll();
    expect(subscriptions.get(lost.external_id)).toEqual(expect.arrayContaining(['messages', 'standby']));
    expect((await read(repaired)).health).toMatchObject({ last_error: null, next_step: null });
    expect(await read(broken)).toMatchObject({
      state: 'live',
      health: { last_error: { code: 'GRAPH_200' }, next_step: 'reconnect' },
    });
  });
});
