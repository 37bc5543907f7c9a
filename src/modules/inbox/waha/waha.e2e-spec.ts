import request from 'supertest';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import {
  BUSINESS_PHONE,
  SESSION,
  sessionWithCode,
  WAHA,
  withConnectedNumber,
  withWahaServer,
} from '../../../../test/support/waha.js';
import { WAHA_API_KEY } from '../../../../sandbox/waha/waha-fake.js';

const LENA = '5511988887777';
const CHANNEL = `waha-${SESSION}`;

type Body = Record<string, unknown>;

describe('WhatsApp by QR code', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const get = (path: string): request.Test => request(inbox.app.url).get(path).set(company.auth);
  const channel = async (): Promise<Body> => {
    const { items } = (await get('/api/v1/channels').expect(200)).body as { items: Body[] };
    return items.find(({ name }) => name === SESSION) ?? {};
  };

  it('refuses a private address that nobody allowed, a wrong key, and a server that is not WAHA', async () => {
    const put = (base_url: string, api_key: string): request.Test =>
      request(inbox.app.url).put(WAHA).set(company.auth).send({ base_url, api_key });
    expect((await put('http://10.0.0.5:3000', 'k').expect(422)).body).toMatchObject({ code: 'UNSAFE_ADDRESS' });
    expect((await put(inbox.sandbox.wahaUrl, 'wrong').expect(422)).body).toMatchObject({ code: 'WAHA_KEY_REFUSED' });
    expect((await put(`${inbox.sandbox.url}/consumer/x`, 'k')).status).toBeGreaterThanOrEqual(422);
    expect((await get(WAHA).expect(200)).body).toMatchObject({ base_url: null, has_api_key: false });
  });

  it('shows the code live, and is connected after the scan', async () => {
    await withWahaServer(inbox, company);
    const { body: server } = await get(WAHA).expect(200);
    expect(server).toMatchObject({ base_url: inbox.sandbox.wahaUrl, has_api_key: true });
    expect(JSON.stringify(server)).not.toContain(WAHA_API_KEY);
    await request(inbox.app.url).post(`${WAHA}/sessions`).set(company.auth).send({ name: SESSION }).expect(201);
    const session = await sessionWithCode(inbox, SESSION);
    const code = session.qr?.png.toString('base64');
    await staff.next('waha:session', ({ qr_png }) => qr_png === code);
    expect((await get(`${WAHA}/sessions/${SESSION}/qr`).expect(200)).body).toMatchObject({ qr_png: code });
    expect(await channel()).toMatchObject({ state: 'unverified' });
    inbox.sandbox.waha.scan(SESSION, BUSINESS_PHONE);
    await staff.next('waha:session', ({ status, phone }) => status === 'WORKING' && phone === BUSINESS_PHONE);
    await staff.next('channel:health', (data) => (data['channel'] as Body)['state'] === 'live');
    expect(await channel()).toMatchObject({ state: 'live', settings: { session: SESSION, phone: BUSINESS_PHONE } });
    expect((await get(`${WAHA}/sessions/${SESSION}/qr`).expect(200)).body).toMatchObject({ qr_png: null });
  });

  it('brings texts both ways, with the receipts', async () => {
    inbox.sandbox.state.customers.ensure('whatsapp', CHANNEL, LENA, 'Lena Costa');
    await inbox.sandbox.player.play(CHANNEL, LENA, { do: 'text', text: 'Is Friday free?' }).delivered;
    const received = (await staff.next('message:new', contentIs('Is Friday free?')))['message'] as Body;
    expect(received).toMatchObject({ role: 'user', direction: 'inbound', platform: 'whatsapp' });
    const answer = {
      contact_id: received['contact_id'],
      role: 'operator',
      direction: 'outbound',
      platform: 'whatsapp',
    };
    const { body } = await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ ...answer, content: 'Yes, at nine' })
      .expect(201);
    const { _id } = body.messageData as { _id: string };
    await staff.next('message:status', ({ messageId, status }) => messageId === _id && status === 'delivered');
    const [shown, ...others] = inbox.sandbox.devices.messages(CHANNEL, LENA).filter(({ from }) => from === 'business');
    expect([shown?.text, others]).toEqual(['Yes, at nine', []]);
    await inbox.sandbox.idle();
    const { body: page } = await get(`/api/v1/messages?contact_id=${String(received['contact_id'])}`).expect(200);
    expect(JSON.stringify(page).split('Yes, at nine').length - 1).toBe(1);
  });

  it('sends no mail about a number that a person stops, but one about a number that the server stops', async () => {
    const act = (action: string): request.Test =>
      request(inbox.app.url).post(`${WAHA}/sessions/${SESSION}/${action}`).set(company.auth).expect(200);
    const mails = async (): Promise<number> => (await receiveMails(inbox.app, company.user.email)).length;
    const before = await mails();
    await act('stop');
    expect(await channel()).toMatchObject({ state: 'needs_reconnect' });
    expect(await mails()).toBe(before);
    await act('start');
    await staff.next('waha:session', ({ status }) => status === 'WORKING');
    inbox.sandbox.waha.sessions.force(inbox.sandbox.waha.sessions.find(SESSION) as never, 'WORKING', true);
    await act('restart');
    expect(await channel()).toMatchObject({ state: 'live' });
    staff.received.length = 0;
    inbox.sandbox.waha.sessions.force(inbox.sandbox.waha.sessions.find(SESSION) as never, 'STOPPED', true);
    await staff.next('channel:health', (data) => (data['channel'] as Body)['state'] === 'needs_reconnect');
    expect(await mails()).toBe(before + 1);
    inbox.sandbox.waha.sessions.force(inbox.sandbox.waha.sessions.find(SESSION) as never, 'WORKING', true);
    await staff.next('channel:health', (data) => (data['channel'] as Body)['state'] === 'live');
  });

  it('neither changes nor uses a session of the same name that somebody else has made', async () => {
    const { _id } = await channel();
    const session = inbox.sandbox.waha.sessions.find(SESSION);
    if (!session) throw new Error('the sandbox has no session');
    const own = session.config['metadata'];
    Object.assign(session.config, { metadata: { petbuddy: 'somebody-else' } });
    for (const action of ['restart', 'logout']) {
      const { body } = await request(inbox.app.url)
        .post(`${WAHA}/sessions/${SESSION}/${action}`)
        .set(company.auth)
        .expect(409);
      expect(body.code).toBe('SESSION_TAKEN');
    }
    expect(session.status).toBe('WORKING');
    await request(inbox.app.url)
      .post(`/api/v1/channels/${String(_id)}/self-test`)
      .set(company.auth);
    expect((await get(`/api/v1/channels/${String(_id)}`)).body.state).not.toBe('live');
    Object.assign(session.config, { metadata: own });
  });

  it('removes the number at the server too, and brings its channel back under the same name', async () => {
    const { _id } = await channel();
    await request(inbox.app.url).delete(`${WAHA}/sessions/${SESSION}`).set(company.auth).expect(204);
    expect(inbox.sandbox.waha.sessions.find(SESSION)).toBeUndefined();
    expect((await get(`/api/v1/channels/${String(_id)}`)).body).toMatchObject({ state: 'disconnected' });
    staff.received.length = 0;
    await withConnectedNumber(inbox, company);
    await staff.next('channel:health', (data) => {
      const { _id: id, state } = data['channel'] as Body;
      return id === _id && state === 'live';
    });
  });
});

function contentIs(content: string): (data: Body) => boolean {
  return (data) => (data['message'] as Body)['content'] === content;
}
