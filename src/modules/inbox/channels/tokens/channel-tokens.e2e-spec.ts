import request from 'supertest';
import { registerCompany, type RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { aPage, type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import type { ChannelView } from '../channel-view.js';

const DAY_S = 86_400;

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
    const selfTest = async () => (await call('post', `/${channel._id}/self-test`).expect(200)).body.channel.token;
    tokens().setDates(account.access_token, { dataAccessExpiresAt: secondsFromNow(6) });
    expect(await selfTest()).toMatchObject({ state: 'expiring' });
    tokens().setState(account.access_token, 'revoked');
    expect(await selfTest()).toMatchObject({ state: 'needs_reconnect', last_error: { code: 'GRAPH_190' } });
    tokens().setState(account.access_token, 'valid');
    tokens().setDates(account.access_token, { dataAccessExpiresAt: secondsFromNow(8) });
    expect(await selfTest()).toMatchObject({ state: 'ok', last_error: null });
  });
});
