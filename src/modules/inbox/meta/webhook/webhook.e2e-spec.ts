import { createHmac } from 'node:crypto';
import type { Collection } from 'mongodb';
import { getConnectionToken } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import request from 'supertest';
import {
  buildDeliveries,
  instagramText,
  messengerText,
  whatsappStatus,
  whatsappText,
} from '../../../../../sandbox/events/index.js';
import { metaJson } from '../../../../../sandbox/meta-json.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import type { InboundEventRecord } from '../../inbound-events/schemas/inbound-event-record.schema.js';

const SECRET = 'the-meta-app-secret-of-this-suite';
const INSTAGRAM_SECRET = 'the-instagram-app-secret-of-this-suite';
const VERIFY_TOKEN = 'the-verify-token-of-this-suite';
const WEBHOOK = '/api/v1/meta/webhook';

describe('Meta webhook', () => {
  let app: TestApp;
  let stored: Collection<InboundEventRecord>;

  beforeAll(async () => {
    app = await startTestApp({
      FACEBOOK_APP_SECRET: `${SECRET},its-predecessor`,
      INSTAGRAM_APP_SECRET: INSTAGRAM_SECRET,
      META_WEBHOOK_VERIFY_TOKEN: VERIFY_TOKEN,
    });
    const connection = app.app.get<Connection>(getConnectionToken());
    stored = connection.getClient().db(connection.name).collection<InboundEventRecord>('inbound_events');
  });
  afterAll(() => app.close());

  const sign = (body: string, secret = SECRET): string =>
    `sha256=${createHmac('sha256', secret).update(body, 'latin1').digest('hex')}`;
  const post = (body: string, signature: string | undefined = sign(body), path = WEBHOOK): request.Test => {
    const call = request(app.url).post(path).set('content-type', 'application/json');
    if (signature) void call.set('x-hub-signature-256', signature);
    return call.send(body);
  };
  const bodiesOf = (...args: Parameters<typeof buildDeliveries>): string[] =>
    buildDeliveries(...args).map(({ payload }) => metaJson(payload));

  describe('handshake', () => {
    const handshake = (query: Record<string, string>, path = WEBHOOK): request.Test =>
      request(app.url).get(path).query(query);

    it.each([WEBHOOK, `${WEBHOOK}/instagram`])('answers the bare challenge at %s', async (path) => {
      const query = { 'hub.mode': 'subscribe', 'hub.challenge': '1158201444', 'hub.verify_token': VERIFY_TOKEN };
      const { status, text, type } = await handshake(query, path);
      expect({ status, text, type }).toEqual({ status: 200, text: '1158201444', type: 'text/plain' });
    });

    it.each([
      { 'hub.mode': 'subscribe', 'hub.challenge': '1', 'hub.verify_token': 'wrong' },
      { 'hub.mode': 'subscribe', 'hub.challenge': '1' },
      { 'hub.mode': 'unsubscribe', 'hub.challenge': '1', 'hub.verify_token': VERIFY_TOKEN },
      { 'hub.mode': 'subscribe', 'hub.verify_token': VERIFY_TOKEN },
    ] as Record<string, string>[])('refuses %j', async (query) => {
      const { status, body } = await handshake(query);
      expect([status, body.code]).toEqual([403, 'FORBIDDEN']);
    });
  });

  it('says what is left of an address`s deliveries, also to one that it refuses', async () => {
    const [taken, refused] = [await post('{"object":"page","entry":[]}'), await post('{}', 'sha256=forged')];
    const left = [taken, refused].map(({ headers }) => Number(headers['x-ratelimit-remaining']));
    expect([taken.status, refused.status]).toEqual([200, 401]);
    expect(left[0]).toBeLessThan(Number(taken.headers['x-ratelimit-limit']));
    expect(left[1]).toBe((left[0] ?? 0) - 1);
    expect(Number(refused.headers['x-ratelimit-reset'])).toBeLessThanOrEqual(60);
  });

  it('stores every item of every entry before it acknowledges', async () => {
    const events = [
      ...[1, 2, 3, 4].map((n) => messengerText({ customerId: `c${n}`, text: `oi ${n} é 🐶 a@b.com https://x.y/z` })),
      messengerText({ customerId: 'other', channelId: '77', text: 'another page' }),
    ];
    const [body] = bodiesOf(events, 10);
    const { status, text } = await post(body!);
    expect([status, text]).toEqual([200, 'EVENT_RECEIVED']);
    const keys = await stored.distinct('key', { key: { $in: events.map(({ id }) => id) } });
    expect(keys).toHaveLength(events.length);
  });

  it('keeps the text of an item as it was', async () => {
    const event = messengerText({ customerId: 'c-text', text: 'olá 🐶 a@b.com' });
    await post(bodiesOf([event], 1)[0]!).expect(200);
    const record = await stored.findOne({ key: event.id });
    expect(JSON.parse(record!.item)).toEqual(event.item);
    expect(record).toMatchObject({ platform: 'facebook', kind: 'messaging', attempts: expect.any(Number) });
    expect(record!.provider_at.getTime()).toBe(event.at);
  });

  it('takes 20 copies of one delivery at once for one event', async () => {
    const event = instagramText({ customerId: 'igsid-race', text: 'same' });
    const [body] = bodiesOf([event], 1);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(body!)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(await stored.countDocuments({ key: event.id })).toBe(1);
  });

  it('takes copies inside one delivery, and the same event in another batch, for one event', async () => {
    const [first, second] = [1, 2].map((n) => whatsappText({ customerId: '5511988887777', text: `copy ${n}` }));
    await post(bodiesOf([first!, first!, second!], 10)[0]!).expect(200);
    await post(bodiesOf([second!, first!], 10)[0]!).expect(200);
    expect(await stored.countDocuments({ key: { $in: [first!.id, second!.id] } })).toBe(2);
  });

  it('stores each status of a message once', async () => {
    const base = { messageId: 'wamid.out', recipientId: '5511988887777' };
    const statuses = (['delivered', 'sent', 'delivered', 'read'] as const).map((status) =>
      whatsappStatus({ ...base, status }),
    );
    for (const body of bodiesOf(statuses, 1)) await post(body).expect(200);
    const found = await stored.find({ key: /^wamid\.out:/ }).toArray();
    expect(found.map(({ key }) => key).sort()).toEqual(['wamid.out:delivered', 'wamid.out:read', 'wamid.out:sent']);
  });

  it.each([
    ['the previous secret', 'its-predecessor', WEBHOOK],
    ['the secret of Instagram Login', INSTAGRAM_SECRET, `${WEBHOOK}/instagram`],
  ])('accepts %s', async (_, secret, path) => {
    const [body] = bodiesOf([messengerText({ customerId: 'c', text: 'oi' })], 1);
    await post(body!, sign(body!, secret), path).expect(200, 'EVENT_RECEIVED');
  });

  it.each([
    ['no signature', undefined],
    ['a foreign secret', (body: string) => sign(body, 'somebody else')],
    ['a short digest', () => 'sha256=abcd'],
    ['capital letters', (body: string) => sign(body).toUpperCase()],
    ['another algorithm', (body: string) => sign(body).replace('sha256', 'sha1')],
    ['the digest of another body', () => sign('{}')],
  ])('refuses %s and stores nothing', async (_, signature) => {
    const event = messengerText({ customerId: 'c', text: 'forged' });
    const [body] = bodiesOf([event], 1);
    const call = request(app.url).post(WEBHOOK).set('content-type', 'application/json');
    if (signature) void call.set('x-hub-signature-256', signature(body!));
    const answer = await call.send(body);
    expect([answer.status, answer.body.code]).toEqual([401, 'INVALID_SIGNATURE']);
    expect(answer.body.requestId).toBe(answer.headers['x-request-id']);
    expect(await stored.countDocuments({ key: event.id })).toBe(0);
  });

  it.each(['not json', '[]', '"text"', ''])('refuses the signed body %j', async (body) => {
    const answer = await post(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'BAD_REQUEST']);
  });

  it.each(['{}', '{"object":"user","entry":[{"id":"1"}]}', '{"object":"page","entry":[null,{"messaging":[1]},7]}'])(
    'acknowledges %s, which says nothing to us',
    async (body) => {
      const before = await stored.estimatedDocumentCount();
      await post(body).expect(200, 'EVENT_RECEIVED');
      expect(await stored.estimatedDocumentCount()).toBe(before);
    },
  );

  it('takes a delivery of 2.5 MB and refuses one over 3 MB', async () => {
    const event = messengerText({ customerId: 'c-large', text: 'a'.repeat(2_500_000) });
    await post(bodiesOf([event], 1)[0]!).expect(200);
    const [tooLarge] = bodiesOf([messengerText({ customerId: 'c', text: 'a'.repeat(3_200_000) })], 1);
    const { status, body } = await post(tooLarge!);
    expect([status, body.code]).toEqual([413, 'PAYLOAD_TOO_LARGE']);
  });
});
