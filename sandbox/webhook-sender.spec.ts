import { createHmac } from 'node:crypto';
import { instagramText, messengerText, whatsappStatus, whatsappText } from './events/index.ts';
import { Ledger } from './ledger.ts';
import { startReceiver, type Receiver } from './testing/receiver.ts';
import { WebhookSender } from './webhook-sender.ts';

const APP_SECRET = 'app-secret';

interface WireValue {
  messages?: { id: string }[];
  contacts?: unknown[];
  statuses?: unknown[];
}

interface WireBody {
  object: string;
  entry: { time?: number; messaging: { message: { mid: string } }[]; changes: { value: WireValue }[] }[];
}

describe('WebhookSender', () => {
  let receiver: Receiver;
  let ledger: Ledger;
  let sender: WebhookSender;

  beforeEach(async () => {
    receiver = await startReceiver();
    ledger = new Ledger();
    const targetUrl = `${receiver.url}/hook`;
    sender = new WebhookSender({ targetUrl, appSecret: APP_SECRET, verifyToken: 'verify', ledger });
  });

  afterEach(async () => {
    sender.close();
    await receiver.close();
  });

  const bodies = () => receiver.received.map((request) => JSON.parse(request.body.toString()) as WireBody);
  const mids = () => bodies().flatMap((body) => body.entry.flatMap((e) => e.messaging.map((item) => item.message.mid)));
  const texts = (count: number) =>
    Array.from({ length: count }, (_, i) => messengerText({ customerId: '1', text: `t${i}`, mid: `m_${i}` }));

  it('signs the escaped bytes with the app secret', async () => {
    const [report] = await sender.send(messengerText({ customerId: '7', text: 'olá 🐱 a@b.c', mid: 'm_1' }));
    expect(report).toMatchObject({ ok: true, status: 200, attempts: 1, body: 'EVENT_RECEIVED', eventIds: ['m_1'] });
    const [{ body, headers }] = receiver.received as [Receiver['received'][0]];
    const digest = (algorithm: string, secret: string) => createHmac(algorithm, secret).update(body).digest('hex');
    expect(body.toString()).toContain('ol\\u00e1 \\ud83d\\udc31 a\\u0040b.c');
    expect(headers['x-hub-signature-256']).toBe(`sha256=${digest('sha256', APP_SECRET)}`);
    expect(headers['x-hub-signature']).toBe(`sha1=${digest('sha1', APP_SECRET)}`);

    await sender.send(texts(1), { wrongSecret: true });
    const forged = receiver.received[1] as Receiver['received'][0];
    const expected = createHmac('sha256', APP_SECRET).update(forged.body).digest('hex');
    expect(forged.headers['x-hub-signature-256']).toMatch(/^sha256=[0-9a-f]{64}$/);
    expect(forged.headers['x-hub-signature-256']).not.toBe(`sha256=${expected}`);
  });

  it('duplicates and shuffles by a seed', async () => {
    await sender.send(texts(6), { duplicate: 2, shuffle: 7 });
    const first = mids();
    expect(first).toHaveLength(18);
    expect(new Set(first).size).toBe(6);
    expect(first).not.toEqual([...first].sort());
    receiver.received.length = 0;
    await sender.send(texts(6), { duplicate: 2, shuffle: 7 });
    expect(mids()).toEqual(first);
  });

  it('batches several entries with several items, one object a POST', async () => {
    await sender.send([...texts(5), instagramText({ customerId: '2', text: 'oi' })], { batch: 100 });
    expect(bodies().map((body) => body.object)).toEqual(['page', 'instagram']);
    expect(bodies()[0]?.entry.map((entry) => entry.messaging.length)).toEqual([3, 2]);
    expect(bodies()[0]?.entry[0]?.time).toBeGreaterThan(1e12);
  });

  it('puts two WhatsApp messages into one value, and keeps statuses apart', async () => {
    const message = (i: number) => whatsappText({ customerId: '5511988887777', text: `t${i}`, id: `wamid.${i}` });
    const status = whatsappStatus({ messageId: 'wamid.9', status: 'sent', recipientId: '5511988887777' });
    await sender.send([message(1), message(2), status], { batch: 10 });
    const entry = bodies()[0]?.entry ?? [];
    expect(entry).toHaveLength(1);
    expect(entry[0]).not.toHaveProperty('time');
    const values = entry[0]?.changes.map((change) => change.value) ?? [];
    expect(values[0]?.messages?.map((item) => item.id)).toEqual(['wamid.1', 'wamid.2']);
    expect(values[0]?.contacts).toHaveLength(2);
    expect(values[1]?.statuses?.[0]).toMatchObject({ id: 'wamid.9', status: 'sent' });
  });

  it('repeats until 200, and gives up in time', async () => {
    receiver.answer = (index) => (index < 3 ? [500, 302, 204][index] : 200);
    const [report] = await sender.send(texts(1), { retryForMs: 10_000 });
    expect(report).toMatchObject({ ok: true, attempts: 4 });
    const statuses = ledger.entries({ kind: 'webhook.attempt' }).map((entry) => entry.data['status']);
    expect(statuses).toEqual([500, 302, 204, 200]);

    receiver.answer = () => 500;
    const [failed] = await sender.send(texts(1), { retryForMs: 60 });
    expect(failed).toMatchObject({ ok: false, status: 500 });
  });

  it('reports a silent or absent receiver instead of throwing', async () => {
    const gone = new WebhookSender({ targetUrl: 'http://127.0.0.1:1/', appSecret: 's', verifyToken: 'v', ledger });
    const [report] = await gone.send(texts(1));
    expect(report).toMatchObject({ ok: false, status: null });
    gone.close();
  });

  it('sends in parallel up to the width asked for', async () => {
    await sender.send(texts(20), { concurrency: 8 });
    expect(new Set(mids()).size).toBe(20);
    await sender.idle();
  });

  it('shakes hands and compares the challenge', async () => {
    expect(await sender.handshake()).toMatchObject({ ok: true, status: 200 });
    expect(receiver.received[0]?.url).toMatch(
      /^\/hook\?hub\.mode=subscribe&hub\.challenge=\d+&hub\.verify_token=verify$/,
    );
    receiver.answer = () => 403;
    expect(await sender.handshake('wrong')).toMatchObject({ ok: false, status: 403 });
  });
});
