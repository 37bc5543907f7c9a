import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import {
  instagramText,
  messengerOther,
  messengerStandby,
  messengerText,
  whatsappOther,
} from '../../../../sandbox/events/index.js';
import { channelToken } from '../../../../sandbox/channels.js';
import { registerCompany, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, aPage, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { sized } from '../../../../test/support/sizes.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import type { ChannelView } from '../channels/channel-view.js';
import type { ChannelHealthView } from '../channels/health/channel-health.view.js';
import { ChannelHealthRecorder } from '../channels/health/channel-health.recorder.js';
import { InboundDrain } from '../inbound-events/drain/inbound-drain.js';
import { OutboxService } from './outbox.service.js';

const CUSTOMERS = 5;
const MESSAGES = sized(12, 40);
const TIMEOUT_MS = 90_000;
const HOUR_MS = 3_600_000;
const DAY_S = 86_400;

describe('a channel in trouble', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let people = 0;
  let lastSeq = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterEach(() => inbox.sandbox.reset());
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'patch', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1/${path}`).set(company.auth);
  const connect = async (account: object): Promise<string> =>
    (await api('post', 'channels').send(account).expect(201)).body._id as string;
  /** Creates a customer who has just written to the account. @returns the ids of the customer and of the contact */
  const customer = async (platform: 'facebook' | 'instagram', channelId: string) => {
    const customerId = `79${people++}`;
    const text = `hello from ${customerId}`;
    const write = platform === 'facebook' ? messengerText : instagramText;
    await inbox.sandbox.webhooks.send(write({ channelId, customerId, text }));
    const { message } = await staff.next('message:new', (data) => (data['message'] as Message).content === text);
    return { customerId, contact_id: (message as { contact_id: string }).contact_id, platform };
  };
  type Customer = Awaited<ReturnType<typeof customer>>;
  const customers = (platform: 'facebook' | 'instagram', channelId: string, count: number): Promise<Customer[]> =>
    Promise.all(Array.from({ length: count }, () => customer(platform, channelId)));
  const reply = ({ contact_id, platform }: Customer, content: string): request.Test =>
    api('post', 'messages').send({ contact_id, role: 'operator', direction: 'outbound', platform, content });
  const replyInOrder = async (to: Customer, count: number): Promise<void> => {
    for (let n = 0; n < count; n++) await reply(to, `message ${n}`).expect(201);
  };
  const received = ({ customerId }: Customer): unknown[] =>
    inbox.sandbox.ledger
      .entries({ kind: 'graph.message' })
      .filter(({ data }) => data['customerId'] === customerId)
      .map(({ data }) => data['text']);
  /** Waits until the provider has the message, which may take long on a busy machine. */
  const arrival = (to: Customer, content: string): Promise<unknown> =>
    inbox.sandbox.ledger.waitFor(
      ({ kind, data }) => kind === 'graph.message' && data['customerId'] === to.customerId && data['text'] === content,
      TIMEOUT_MS,
    );
  const texts = (count: number): string[] => Array.from({ length: count }, (_, n) => `message ${n}`);
  const sends = (id: string): number =>
    inbox.sandbox.ledger
      .entries({ kind: 'graph.call' })
      .filter(({ data }) => data['method'] === 'POST' && data['path'] === `/${id}/messages`).length;
  const messages = (): Model<Message> => inbox.app.app.get(getModelToken('Message'));
  const ours = () => ({ company_id: toObjectId(company.company._id) });
  const waiting = () => ({ ...ours(), 'outbox.due_at': { $exists: true } });
  /** Sweeps as if the waiting messages had waited for too long. */
  const sweepOverdue = async (): Promise<void> => {
    const past = new Date(Date.now() - HOUR_MS);
    await messages().updateMany(waiting(), { $set: { 'outbox.due_at': past, 'outbox.give_up_at': past } });
    const outbox = inbox.app.app.get(OutboxService, { strict: false });
    // A sweep leaves out the conversations that the sweep of the application works on.
    do await outbox.sweep();
    while ((await messages().countDocuments({ ...waiting(), 'outbox.give_up_at': past })) > 0);
  };

  it('sends all messages once and in order when the token is renewed in the middle', async () => {
    const external_id = '17841600000000001';
    const account = { platform: 'instagram' as const, external_id, access_token: 'IGAA-token-in-use' };
    inbox.sandbox.state.addChannel({ ...account, name: 'An account' });
    const id = await connect(account);
    const { tokens } = inbox.sandbox.state;
    tokens.setDates(account.access_token, { issuedAt: tokens.seconds() - 31 * DAY_S });
    const channels = inbox.app.app.get<Model<object>>(getModelToken('Channel'));
    const stored_at = new Date(Date.now() - 31 * DAY_S * 1_000);
    await channels.updateOne({ ...ours(), external_id }, { $set: { 'token.stored_at': stored_at } });
    const everybody = await customers('instagram', external_id, CUSTOMERS);
    const middle = arrival(everybody[0]!, `message ${MESSAGES / 2}`);
    const sending = Promise.all(everybody.map((each) => replyInOrder(each, MESSAGES)));
    await middle;
    const { body } = await api('post', `channels/${id}/refresh-token`).expect(200);
    expect(body).toMatchObject({ state: 'live', token: { last_error: null, expires_at: expect.any(String) } });
    // The provider may revoke the old token after the running calls.
    await sending;
    await Promise.all(everybody.map((each) => arrival(each, `message ${MESSAGES - 1}`)));
    tokens.setState(account.access_token, 'revoked');
    await Promise.all(everybody.map((each) => reply(each, `message ${MESSAGES}`).expect(201)));
    await Promise.all(everybody.map((each) => arrival(each, `message ${MESSAGES}`)));
    for (const each of everybody) expect(received(each)).toEqual(texts(MESSAGES + 1));
    expect(await messages().countDocuments({ ...ours(), status: 'failed' })).toBe(0);
  });

  it('sends all messages once and in order when the token is refused for a long time', async () => {
    const account = aPage(inbox);
    const id = await connect(account);
    const everybody = await customers('facebook', account.external_id, CUSTOMERS);
    const { tokens } = inbox.sandbox.state;
    const middle = arrival(everybody[0]!, `message ${MESSAGES / 2}`);
    const isRefused = ({ channel }: Record<string, unknown>) => (channel as ChannelView).state === 'needs_reconnect';
    const refused = staff.next('channel:health', isRefused);
    const sending = Promise.all(everybody.map((each) => replyInOrder(each, MESSAGES)));
    await middle;
    const callsBefore = sends(account.external_id);
    tokens.setState(account.access_token, 'revoked');
    await Promise.all([refused, sending]);
    // Each conversation may have had one running call.
    const calls = sends(account.external_id);
    expect(calls - callsBefore).toBeLessThanOrEqual(CUSTOMERS);
    await sweepOverdue();
    await sweepOverdue();
    const sent = everybody.flatMap(received).length;
    const stored = await messages().find(waiting()).lean();
    expect(stored).toHaveLength(CUSTOMERS * MESSAGES - sent);
    for (const { status, outbox } of stored) {
      expect(status).toBe('queued');
      expect(outbox!.give_up_at.getTime()).toBeGreaterThan(Date.now());
    }
    expect(sends(account.external_id)).toBe(calls);
    tokens.setState(account.access_token, 'valid');
    await api('patch', `channels/${id}`).send({ access_token: account.access_token }).expect(200);
    await Promise.all(everybody.map((each) => arrival(each, `message ${MESSAGES - 1}`)));
    for (const each of everybody) expect(received(each)).toEqual(texts(MESSAGES));
  });

  it('sends all messages once and in order when Meta throttles them', async () => {
    const account = aPage(inbox);
    await connect(account);
    const everybody = await customers('facebook', account.external_id, CUSTOMERS);
    const throttle = (): void =>
      inbox.sandbox.graph.failNext(...Array.from({ length: 8 }, () => ({ scenario: 'send_limit_613' as const })));
    throttle();
    const sending = Promise.all(everybody.map((each) => replyInOrder(each, MESSAGES)));
    await arrival(everybody[0]!, `message ${MESSAGES / 2}`);
    throttle();
    await Promise.all(everybody.map((each) => arrival(each, `message ${MESSAGES - 1}`)));
    await sending;
    for (const each of everybody) expect(received(each)).toEqual(texts(MESSAGES));
    const refused = await messages().countDocuments({ ...ours(), 'outbox.attempts.code': 'SENDING_LIMITED' });
    expect(refused).toBeGreaterThan(0);
    expect(await messages().countDocuments({ ...ours(), status: 'failed' })).toBe(0);
  });

  it('pauses a Page until the time that Meta names, shows that, and fails no waiting message', async () => {
    const account = aPage(inbox);
    const id = await connect(account);
    const [first, second] = (await customers('facebook', account.external_id, 2)) as [Customer, Customer];
    inbox.sandbox.graph.knobs.usage_percent = 100;
    expect((await reply(first, 'message 0').expect(201)).body.messageData.status).toBe('queued');
    inbox.sandbox.graph.knobs.usage_percent = 0;
    const { body } = await reply(second, 'message 0').expect(201);
    expect(body).toMatchObject({
      messageData: { status: 'queued', error: { code: 'SENDING_LIMITED' } },
      forwarding: { status: 'queued' },
      warning: expect.stringContaining('as soon as the platform allows it'),
    });
    const channels = inbox.app.app.get<Model<{ quota: unknown }>>(getModelToken('Channel'));
    const stored = await channels.findOne({ ...ours(), _id: toObjectId(id) }).lean();
    expect(stored!.quota).toMatchObject({ usage_percent: 100, limited_until: expect.any(Date) });
    await sweepOverdue();
    const held = { ...waiting(), channel_id: toObjectId(id), status: 'queued' as const };
    expect(await messages().countDocuments({ ...held, 'error.code': 'SENDING_LIMITED' })).toBe(2);
  });

  /** Waits for the next event of the channel that fits, and returns its health. */
  const told = async (id: string, fits: (health: ChannelHealthView) => boolean): Promise<ChannelHealthView> => {
    const { channel, seq } = await staff.next('channel:health', (event) => {
      const { _id, health } = event['channel'] as ChannelView;
      return Number(event['seq']) > lastSeq && _id === id && fits(health);
    });
    lastSeq = Number(seq);
    return (channel as ChannelView).health;
  };

  it('shows an error of the whole channel with the next step until a message is sent again', async () => {
    const account = aPage(inbox);
    const id = await connect(account);
    const to = await customer('facebook', account.external_id);
    inbox.sandbox.graph.failNext({ scenario: 'permission_missing' });
    await reply(to, 'refused').expect(201);
    const health = await told(id, ({ last_error }) => last_error?.code === 'PERMISSION_MISSING');
    expect(health).toMatchObject({ next_step: 'reconnect', last_error: { message: expect.stringContaining('Meta') } });
    inbox.sandbox.graph.failNext({ scenario: 'person_unavailable' });
    await reply(to, 'not taken').expect(201);
    await reply(to, 'sent').expect(201);
    expect(await told(id, ({ last_error }) => last_error === null)).toMatchObject({ next_step: null });
  });

  it('shows that Meta blocks a Page and later unblocks it, also at the same time, and ignores a late report', async () => {
    const account = aPage(inbox);
    const id = await connect(account);
    const node = account.external_id;
    const notice = { channelId: node, customerId: node, field: 'messaging_policy_enforcement' };
    const send = (action: string): Promise<unknown> =>
      inbox.sandbox.webhooks.send(
        messengerOther({ ...notice, body: { policy_enforcement: { action, reason: 'Spam' } } }),
      );
    await send('block');
    const health = await told(id, ({ account_event }) => account_event !== null);
    expect(health).toMatchObject({ next_step: 'open_provider', account_event: { kind: 'blocked', message: 'Spam' } });
    await send('unblock');
    await told(id, ({ account_event, next_step }) => account_event === null && next_step === null);
    const recorder = inbox.app.app.get(ChannelHealthRecorder, { strict: false });
    const block = { kind: 'blocked' as const, message: 'Spam' };
    const [now, past] = [new Date(), new Date(Date.now() - HOUR_MS)];
    await recorder.noticed('facebook', { node, at: now, event: block }, now);
    await recorder.noticed('facebook', { node, at: now, event: null }, now);
    await recorder.noticed('facebook', { node, at: past, event: block }, now);
    expect((await api('get', `channels/${id}`)).body.health.account_event).toBeNull();
  });

  it('shows that WhatsApp restricts the business account of its number', async () => {
    const platform = 'whatsapp';
    const account = { platform, external_id: ACCOUNTS.whatsapp, access_token: channelToken({ platform }) };
    const id = await connect(account);
    const restriction_info = [{ restriction_type: 'RESTRICTED_BIZ_INITIATED_MESSAGING' }];
    const value = { event: 'ACCOUNT_RESTRICTION', restriction_info };
    await inbox.sandbox.webhooks.send(whatsappOther({ field: 'account_update', value }));
    const health = await told(id, ({ account_event }) => account_event !== null);
    expect(health.account_event).toMatchObject({
      kind: 'restricted',
      message: 'ACCOUNT_RESTRICTION, RESTRICTED_BIZ_INITIATED_MESSAGING',
    });
  });

  it('shows when another app holds a conversation', async () => {
    const account = aPage(inbox);
    const id = await connect(account);
    const text = 'to the other app';
    await inbox.sandbox.webhooks.send(
      messengerStandby(messengerText({ channelId: account.external_id, customerId: '79900', text })),
    );
    await staff.next('message:new', (data) => (data['message'] as Message).content === text);
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
    expect((await api('get', `channels/${id}`)).body.health.standby_at).toEqual(expect.any(String));
  });
});
