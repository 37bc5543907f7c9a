import request from 'supertest';
import { registerCompany } from '../../../../test/builders/accounts.js';
import { aPage, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { MetaLogin } from '../../../../test/support/meta-login.js';
import type { ChannelView } from '../channels/index.js';
import type { MetaConnectionView } from './meta-connection-view.js';

const NEW_PAGE = { fields: { new_account: 'Happy Paws', new_instagram: 'happypaws' } };

function stepsOf({ steps }: MetaConnectionView): string[] {
  return steps.map(({ name, status }) => `${name} ${status}`);
}

describe('connecting by a log-in at Meta', () => {
  let inbox: Inbox;

  beforeAll(async () => {
    inbox = await startInbox();
  });
  afterAll(() => inbox.close());

  const aPerson = async (): Promise<MetaLogin> => new MetaLogin(inbox, await registerCompany(inbox.app));
  const idOf = ({ accounts }: MetaConnectionView, platform: string): string =>
    accounts.find((account) => account.platform === platform)?.external_id ?? `no ${platform}`;

  it('lists a Page with its Instagram account, connects them step by step, and shows the steps live', async () => {
    const company = await registerCompany(inbox.app);
    const person = new MetaLogin(inbox, company);
    const socket = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const connection = await person.logIn('facebook', NEW_PAGE);
    expect(connection).toMatchObject({ state: 'choosing', findings: [], error: null });
    expect(stepsOf(connection)).toEqual(['login done', 'exchange done', 'permissions done', 'accounts done']);
    expect(connection.accounts).toMatchObject([
      { platform: 'facebook', name: 'Happy Paws', connectable: true },
      { platform: 'instagram', name: 'happypaws', connectable: true },
    ]);
    const ids = connection.accounts.map(({ external_id }) => external_id);
    const { items } = (await person.choose(connection, ids).expect(200)).body as { items: ChannelView[] };
    expect(items.map(({ state, name }) => [state, name])).toEqual([
      ['live', 'Happy Paws'],
      ['live', 'happypaws'],
    ]);
    const [page] = items;
    expect(page?.token).toMatchObject({ kind: 'page', state: 'ok' });
    expect(page?.health.subscribed_fields).toContain('messages');
    const done = await person.read(connection._id);
    expect(done.state).toBe('connected');
    expect(stepsOf(done).slice(4)).toEqual([
      ...['token done', 'account done', 'subscription done', 'read_back done', 'test_event waiting'],
      ...['token done', 'account done', 'subscription done', 'read_back done', 'test_event waiting'],
    ]);
    await socket.next('channel:connect', (data) => (data['connection'] as MetaConnectionView).state === 'connected');
    expect(JSON.stringify(socket.received)).not.toMatch(/EAAsandbox|secrets/);

    const [customer] = inbox.sandbox.state.customers.list().filter(({ channelId }) => channelId === ids[0]);
    const played = inbox.sandbox.player.play(ids[0] ?? '', customer?.id ?? '', { do: 'text', text: 'Hello' });
    await played.delivered;
    await socket.next('message:new');
    expect(stepsOf(await person.read(connection._id))).toContain('test_event done');
    socket.close();
  });

  it('connects an account of Instagram Login under its user_id, with the end of its token', async () => {
    const person = await aPerson();
    const connection = await person.logIn('instagram', { fields: { new_account: 'pawsome' } });
    const id = idOf(connection, 'instagram');
    expect(id).toMatch(/^17841/);
    const { items } = (await person.choose(connection, [id]).expect(200)).body as { items: ChannelView[] };
    expect(items).toMatchObject([
      { external_id: id, state: 'live', token: { kind: 'instagram', expires_at: expect.any(String) } },
    ]);
  });

  it('registers a WhatsApp number with its PIN, also after a wrong PIN', async () => {
    const person = await aPerson();
    const connection = await person.logIn('whatsapp', { fields: { new_account: 'Paws', new_pin: '123456' } });
    expect(connection.accounts).toMatchObject([{ platform: 'whatsapp', needs_pin: true, connectable: true }]);
    const id = idOf(connection, 'whatsapp');
    const wrong = await person.choose(connection, [id], '000000').expect(200);
    expect(wrong.body.items[0].health.last_error.message).toContain('PIN Mismatch');
    const failed = await person.read(connection._id);
    expect(failed.state).toBe('choosing');
    expect(stepsOf(failed)).toEqual(expect.arrayContaining(['registration failed']));
    const { body } = await person.choose(connection, [id], '123456').expect(200);
    expect(body.items).toMatchObject([{ state: 'live', settings: { waba_id: expect.any(String) } }]);
    expect((await person.read(connection._id)).state).toBe('connected');
  });

  it('lets an Instagram account of a Page change to a token of Instagram Login', async () => {
    const company = await registerCompany(inbox.app);
    const page = aPage(inbox);
    const account = { platform: 'instagram' as const, external_id: `8${page.external_id}` };
    const access_token = `IGAA${account.external_id}`;
    inbox.sandbox.state.addChannel({ ...account, page_id: page.external_id, name: 'Linked', access_token });
    const api = (method: 'post' | 'patch', path: string, body: object): request.Test =>
      request(inbox.app.url)[method](`/api/v1/channels${path}`).set(company.auth).send(body);
    const { body: channel } = await api('post', '', { ...page, ...account }).expect(201);
    expect(channel.settings).toEqual({ page_id: page.external_id });
    const { body: changed } = await api('patch', `/${channel._id}`, { access_token }).expect(200);
    expect(changed).toMatchObject({ state: 'live', settings: {} });
  });
});
