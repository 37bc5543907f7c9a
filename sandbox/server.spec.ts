import { startSandbox, type Sandbox } from './server.ts';
import { startReceiver, type Receiver } from './testing/receiver.ts';

const PAGE = '1000000000000001';
const ANA = '2410000000000101';
const PHONE = '106300000000001';
const CARLA = '5511988887771';

describe('the sandbox server', () => {
  let receiver: Receiver;
  let sandbox: Sandbox;

  beforeEach(async () => {
    receiver = await startReceiver();
    sandbox = await startSandbox({ port: 0, apiBaseUrl: receiver.url, appSecret: 's', verifyToken: 'v' });
  });

  afterEach(async () => {
    await sandbox.close();
    await receiver.close();
  });

  async function control(path: string, body?: unknown): Promise<{ status: number; body: Record<string, unknown> }> {
    const response = await fetch(`${sandbox.url}/__control${path}`, {
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
      headers: { 'content-type': 'application/json' },
    });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const bodies = () => receiver.received.map((request) => JSON.parse(request.body.toString()));
  const bot = (change: object = {}) =>
    fetch(`${sandbox.botUrl}/chat/manual-facebook`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        company_id: 'c',
        customer_id: 'k',
        platform: 'facebook',
        content: 'Hello',
        attachments: [],
        access_token: 'sandbox-token-facebook',
        customer_social_id: ANA,
        ...change,
      }),
    });

  it('shows what the bot sends on the phone and echoes it', async () => {
    const { message_id: id } = (await (await bot()).json()) as { message_id: string };
    await sandbox.ledger.waitFor((entry) => entry.id === `${id}:echo`);
    expect(sandbox.devices.messages(PAGE, ANA)).toEqual([
      expect.objectContaining({ id, from: 'business', text: 'Hello' }),
    ]);
    expect((await bot({ access_token: 'foreign' })).status).toBe(400);
  });

  it('plays a customer over HTTP: the webhook arrives, the tick moves', async () => {
    const { body } = await control('/play', {
      channel_id: PHONE,
      customer_id: CARLA,
      do: 'text',
      text: 'Oi 🐶',
      wait: true,
    });
    expect(body['delivered']).toBe(true);
    const [value] = bodies().map((delivery) => delivery.entry[0].changes[0].value);
    expect(value).toMatchObject({
      metadata: { phone_number_id: PHONE },
      contacts: [{ profile: { name: 'Carla Dias' }, wa_id: CARLA }],
      messages: [{ id: body['id'], from: CARLA, text: { body: 'Oi 🐶' } }],
    });
    const shown = () => sandbox.devices.messages(PHONE, CARLA)[0];
    expect(shown()?.status).toBe('delivered');
    const read = { messaging_product: 'whatsapp', status: 'read', message_id: body['id'] };
    await fetch(`${sandbox.graphUrl}/v26.0/${PHONE}/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-token-whatsapp', 'content-type': 'application/json' },
      body: JSON.stringify(read),
    });
    expect(shown()?.status).toBe('read');
  });

  it('says on the phone that the product did not take a message', async () => {
    receiver.answer = () => 500;
    const { body } = await control('/play', { channel_id: PAGE, customer_id: ANA, do: 'like', wait: true });
    expect(body['delivered']).toBe(false);
    expect(sandbox.devices.messages(PAGE, ANA)[0]?.status).toBe('failed');
  });

  it('presses buttons, reacts and unsends', async () => {
    await control('/play', { channel_id: PAGE, customer_id: ANA, do: 'text', text: 'hi', wait: true });
    const send = {
      recipient: { id: ANA },
      messaging_type: 'RESPONSE',
      message: { text: 'Cat or dog?', quick_replies: [{ content_type: 'text', title: 'Cat', payload: 'CAT' }] },
    };
    const response = await fetch(`${sandbox.graphUrl}/v26.0/me/messages`, {
      method: 'POST',
      headers: { authorization: 'Bearer sandbox-token-facebook', 'content-type': 'application/json' },
      body: JSON.stringify(send),
    });
    const { message_id: question } = (await response.json()) as { message_id: string };
    await sandbox.idle();
    receiver.received.length = 0;
    const who = { channel_id: PAGE, customer_id: ANA, wait: true };
    const { body } = await control('/play', { ...who, do: 'press', message_id: question, payload: 'CAT' });
    await control('/play', { ...who, do: 'react', message_id: question, emoji: '❤️' });
    await control('/play', { ...who, do: 'unsend', message_id: body['id'] });
    const items = bodies().map((delivery) => delivery.entry[0].messaging[0]);
    expect(items).toEqual([
      expect.objectContaining({ message: { mid: body['id'], text: 'Cat', quick_reply: { payload: 'CAT' } } }),
      expect.objectContaining({ reaction: { mid: question, action: 'react', reaction: 'love', emoji: '❤️' } }),
      expect.objectContaining({ message: { mid: body['id'], is_deleted: true } }),
    ]);
    expect(sandbox.devices.find(PAGE, ANA, String(body['id']))).toMatchObject({ deleted: true, text: '' });
  });

  it('plays the app of the business on WhatsApp', async () => {
    const who = { channel_id: PHONE, customer_id: CARLA, wait: true };
    const { body: sent } = await control('/play', { ...who, do: 'phone_app_text', text: 'on my way' });
    const change = { ...who, message_id: sent['id'] };
    await control('/play', { ...change, do: 'phone_app_edit', text: 'at six' });
    await control('/play', { ...change, do: 'phone_app_revoke' });
    const original_message_id = sent['id'];
    const echoes = bodies().map((delivery) => delivery.entry[0].changes[0].value.message_echoes[0]);
    expect(echoes).toMatchObject([
      { to: CARLA, type: 'text', text: { body: 'on my way' } },
      { to: CARLA, type: 'edit', edit: { original_message_id, message: { type: 'text', text: { body: 'at six' } } } },
      { to: CARLA, type: 'revoke', revoke: { original_message_id } },
    ]);
    expect(sandbox.devices.messages(PHONE, CARLA)).toMatchObject([{ from: 'business', deleted: true, text: '' }]);
    expect((await control('/play', { ...who, do: 'unsend', message_id: sent['id'] })).status).toBe(400);
  });

  it('marks as read when the page shows the conversation, live and later', async () => {
    sandbox.receipts.knobs.read = 'phone';
    await bot();
    await sandbox.idle();
    expect(sandbox.ledger.entries({ kind: 'webhook.event' }).map((entry) => entry.data['field'])).not.toContain(
      'message_reads',
    );
    const page = new AbortController();
    const stream = await fetch(`${sandbox.url}/__control/stream?channel_id=${PAGE}&customer_id=${ANA}`, {
      signal: page.signal,
    });
    await sandbox.ledger.waitFor((entry) => entry.data['field'] === 'message_reads');
    const reader = (stream.body as ReadableStream<Uint8Array>).getReader();
    const { value } = await reader.read();
    expect(Buffer.from(value ?? []).toString()).toContain('event: hello\ndata: {"messages":[{"id":"m_');
    const before = sandbox.ledger.entries().length;
    await bot({ content: 'Second' });
    await sandbox.ledger.waitFor((entry) => entry.seq > before && entry.data['field'] === 'message_reads');
    page.abort();
  });

  it('sets knobs over HTTP and refuses what does not exist', async () => {
    expect((await control('', { bot: { mode: '500' } })).status).toBe(200);
    expect((await bot()).status).toBe(500);
    const bad = [
      { bot: { mood: 1 } },
      { bot: { mode: 'maybe' } },
      { tea: {} },
      { webhooks: { batch: 'many' } },
      { graph: { scenario: 'x' } },
    ];
    for (const knobs of bad) expect((await control('/knobs', knobs)).status).toBe(400);
    expect((await control('/reset', {})).status).toBe(200);
    expect((await bot()).status).toBe(200);
    const form = await fetch(`${sandbox.url}/__control/reset`, {
      method: 'POST',
      headers: { 'content-type': 'text/plain' },
    });
    expect(form.status).toBe(400);
  });

  it('answers the ledger over HTTP', async () => {
    await bot();
    const response = await fetch(`${sandbox.url}/__control/ledger?kind=bot.message`);
    expect(await response.json()).toEqual(sandbox.ledger.entries({ kind: 'bot.message' }));
  });

  it('makes customers and takes uploads', async () => {
    const { body } = await control('/customers', { platform: 'instagram', name: 'New Person' });
    expect(body).toMatchObject({ platform: 'instagram', name: 'New Person', username: 'new.person' });
    const upload = await fetch(`${sandbox.url}/__control/uploads?name=cat.png`, {
      method: 'POST',
      headers: { 'content-type': 'image/png' },
      body: 'png',
    });
    const { media_id: mediaId } = (await upload.json()) as { media_id: string };
    const cdn = await fetch(`${sandbox.url}/cdn/${mediaId}`);
    expect([cdn.headers.get('content-type'), await cdn.text()]).toEqual(['image/png', 'png']);
  });

  it('serves the page under a policy without inline code', async () => {
    for (const path of ['/', '/phone.css', '/phone.js', '/render.js']) {
      const response = await fetch(`${sandbox.url}${path}`);
      expect([path, response.status]).toEqual([path, 200]);
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(await response.text()).not.toMatch(/<script(?![^>]*src=)|\sstyle=|\son\w+=|@import|url\(http/);
    }
    expect((await fetch(`${sandbox.url}/../package.json`)).status).toBe(404);
  });

  it('sends comments, reactions, posts and mentions, and refuses kinds that the platform lacks', async () => {
    const of = { channel_id: PAGE, customer_id: ANA };
    const { body } = await control('/social', { ...of, do: 'comment', text: 'How much?' });
    const { id, post_id: postId } = body;
    expect(body).toMatchObject({ delivered: true, id: expect.stringContaining(`${String(postId)}_`) });
    await control('/social', { channel_id: PAGE, own: true, do: 'comment', text: 'R$ 90', parent_id: id });
    await control('/social', { ...of, do: 'remove', comment_id: id });
    const values = bodies().map(({ entry }) => entry[0].changes[0].value);
    expect(values).toMatchObject([
      { item: 'comment', verb: 'add', comment_id: id, parent_id: postId, from: { id: ANA }, message: 'How much?' },
      { verb: 'add', parent_id: id, post_id: postId, from: { id: PAGE } },
      { verb: 'remove', comment_id: id },
    ]);
    expect(values[2]).not.toHaveProperty('message');
    const refusals = [
      { ...of, do: 'story_insights', post_id: '1' },
      { ...of, do: 'edit', comment_id: 'other', text: 'a' },
      { ...of, do: 'comment' },
      { ...of, do: 'comment', text: 'a', likes: 1 },
      { ...of, customer_id: 'nobody', do: 'comment', text: 'a' },
    ];
    for (const refused of refusals) expect((await control('/social', refused)).status).toBe(400);
    sandbox.state.subscriptions.set(PAGE, ['messages']);
    expect((await control('/social', { ...of, do: 'post', text: 'a' })).body).toMatchObject({ delivered: false });
  });
});
