import { Types } from 'mongoose';
import request from 'supertest';
import {
  messengerDeleted,
  messengerEcho,
  messengerRead,
  messengerText,
  whatsappText,
} from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { InboundDrain } from '../inbound-events/drain/inbound-drain.js';
import type { InboundChannel, InboundStatus } from '../messages/inbound/inbound-event.js';
import { InboundEvents } from '../messages/inbound/inbound-events.js';
import { MessageLog } from '../message-log/message-log.js';
import { MessagesRepository } from '../message-log/messages.repository.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { freshOutbox } from './outbox-state.js';

const IMAGE = { type: 'image', url: 'https://example.com/a.png' };
/** More than one sweep takes up. */
const CROWD = 205;

interface Customer {
  customerId: string;
  contact_id: string;
  external_id: string;
  channel: InboundChannel;
}

describe('a sent message and the reports of its platform', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let customers = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook', 'whatsapp']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  beforeEach(() => void Object.assign(inbox.sandbox.receipts.knobs, { echo: false, statuses: false }));
  afterEach(() => inbox.sandbox.reset());
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const repository = (): MessagesRepository => inbox.app.app.get(MessagesRepository, { strict: false });
  const stored = (id: string): Promise<Message> => repository().getById(scope, toObjectId(id));
  const change = (id: string, set: object): Promise<unknown> =>
    repository().change(scope, toObjectId(id), {}, { $set: set });
  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);
  const shown = (content: string): number =>
    inbox.sandbox.ledger.entries({ kind: 'graph.message' }).filter(({ data }) => data['text'] === content).length;
  const drained = (): Promise<void> => inbox.app.app.get(InboundDrain, { strict: false }).idle();
  const told = (id: string, status: string): Promise<unknown> =>
    staff.next('message:status', (data) => data['messageId'] === id && data['status'] === status);

  const customer = async (platform: 'facebook' | 'whatsapp' = 'facebook'): Promise<Customer> => {
    const customerId = `${platform === 'facebook' ? '78' : '55119700070'}${10 + customers++}`;
    const text = `hello of ${customerId}`;
    const event = platform === 'facebook' ? messengerText : whatsappText;
    await inbox.sandbox.webhooks.send(event({ customerId, text }));
    const { message } = await staff.next('message:new', (data) => (data['message'] as Message).content === text);
    const { contact_id, external_id, channel_id } = message as Record<string, string>;
    return { customerId, contact_id: contact_id!, external_id: external_id!, channel: { _id: channel_id!, platform } };
  };
  const reply = ({ contact_id, channel }: Customer, content: string, more: object = {}): request.Test =>
    api('post', '/messages').send({
      contact_id,
      role: 'operator',
      direction: 'outbound',
      platform: channel.platform,
      content,
      ...more,
    });
  /** A reply that stays on its way until the answer that comes with the result. */
  const slowReply = async (to: Customer, content: string): Promise<{ id: string; answered: Promise<unknown> }> => {
    inbox.sandbox.graph.knobs.slow_ms = 1_000;
    inbox.sandbox.graph.failNext({ mode: 'slow' });
    const answered = reply(to, content).then(({ body }) => body as unknown);
    const { message } = await staff.next('message:new', (data) => (data['message'] as Message).content === content);
    const id = String((message as Message)._id);
    while (shown(content) === 0) await new Promise(setImmediate);
    return { id, answered };
  };
  const receive = ({ customerId, channel }: Customer, status: Partial<InboundStatus>): Promise<unknown> =>
    inbox.app.app.get<InboundEvents>(InboundEvents, { strict: false }).apply(scope, channel, {
      kind: 'status',
      customer_id: customerId,
      at: new Date(),
      status: 'failed',
      external_ids: [],
      ...status,
    });

  it('stays failed if the failure report comes before the answer to the send', async () => {
    const to = await customer('whatsapp');
    const { id, answered } = await slowReply(to, 'refused early');
    const error = { code: '131026', message: 'Message undeliverable' };
    await receive(to, { external_ids: ['wamid.early'], correlation_id: id, error });
    expect(await answered).toMatchObject({
      messageData: { status: 'failed', error },
      forwarding: { status: 'failed' },
    });
    await receive(to, { status: 'sent', external_ids: ['wamid.early'], correlation_id: id });
    expect(await stored(id)).toMatchObject({ status: 'failed', error });
  });

  it('is sent again by a retry after a late failure report', async () => {
    inbox.sandbox.receipts.knobs.statuses = true;
    const to = await customer('whatsapp');
    inbox.sandbox.graph.failNext({ scenario: 'wa_undeliverable' });
    const { body } = await reply(to, 'accepted, then failed').expect(201);
    const id = body.messageData._id as string;
    await told(id, 'failed');
    const retried = await api('post', `/messages/${id}/retry`).expect(200);
    expect(retried.body.forwarding).toEqual({ status: 'success' });
    expect(shown('accepted, then failed')).toBe(2);
    expect((await stored(id)).external_id).not.toBe(body.messageData.external_id);
  });

  it('repeats only the failed file, not the text', async () => {
    const to = await customer('whatsapp');
    const { body } = await reply(to, 'with a file', { attachments: [IMAGE] }).expect(201);
    const id = body.messageData._id as string;
    const [file = null, text = null] = (await stored(id)).external_ids ?? [];
    await receive(to, { external_ids: [String(file)], correlation_id: `${id}.0` });
    expect(await stored(id)).toMatchObject({ status: 'failed', external_ids: [null, text] });
    await api('post', `/messages/${id}/retry`).expect(200);
    const { status, external_ids } = await stored(id);
    expect([status, external_ids]).toEqual(['sent', [expect.stringMatching(/^wamid/), text]]);
    expect(external_ids?.[0]).not.toBe(file);
    expect(shown('with a file')).toBe(1);
  });

  it('is not settled by a report about its first part', async () => {
    const to = await customer();
    Object.assign(inbox.sandbox.receipts.knobs, { echo: true, echo_before_response: true });
    inbox.sandbox.graph.failNext({}, { scenario: 'window_closed' });
    const { body } = await reply(to, 'only the file goes', { attachments: [IMAGE] }).expect(201);
    await drained();
    const message = await stored(body.messageData._id as string);
    expect(message).toMatchObject({ status: 'failed', error: { code: 'WINDOW_CLOSED' } });
    expect(message.external_ids).toEqual([expect.stringMatching(/^m_/), null]);
  });

  it('is read if the read report comes before the answer to the send', async () => {
    const to = await customer();
    const { id, answered } = await slowReply(to, 'read before the answer');
    const watermark = Date.now() + 1;
    await inbox.sandbox.webhooks.send(messengerRead({ customerId: to.customerId, watermark }));
    await answered;
    await told(id, 'read');
    expect(await stored(id)).toMatchObject({ status: 'read', read: true });
  });

  it('stays failed if the phone app sends the same text', async () => {
    const to = await customer();
    inbox.sandbox.graph.failNext({ scenario: 'window_closed' });
    const { body } = await reply(to, 'the same words').expect(201);
    const { customerId } = to;
    await inbox.sandbox.webhooks.send(messengerEcho({ customerId, text: 'the same words', mid: 'm_of_the_phone' }));
    const isOfPhone = ({ message }: Record<string, unknown>): boolean =>
      (message as Message).external_id === 'm_of_the_phone';
    await staff.next('message:new', isOfPhone);
    expect(await stored(body.messageData._id as string)).toMatchObject({ status: 'failed' });
  });

  it('cannot be changed while its outcome is unknown', async () => {
    inbox.sandbox.graph.failNext({ mode: 'accept_then_drop' });
    const { body } = await reply(await customer(), 'maybe there').expect(201);
    const id = body.messageData._id as string;
    await change(id, { status: 'failed', error: { code: 'UNCONFIRMED', message: 'nobody knows' } });
    for (const answer of [
      await api('patch', `/messages/${id}`).send({ content: 'x' }),
      await api('delete', `/messages/${id}`),
    ]) {
      expect([answer.status, answer.body.code]).toEqual([409, 'MESSAGE_SENT']);
    }
  });

  it('loses its text in all resumable events when the customer unsends it', async () => {
    const from = await customer();
    const { body } = await api('get', `/messages?contact_id=${from.contact_id}`).expect(200);
    const conversationId = body.items[0].conversation_id as string;
    await api('patch', `/conversations/${conversationId}`).send({ priority: 'high' }).expect(200);
    await reply(from, 'quoting it', { reply_to: body.items[0]._id }).expect(201);
    await inbox.sandbox.webhooks.send(messengerDeleted({ customerId: from.customerId, mid: from.external_id }));
    await drained();
    const late = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    const { seq } = await late.next('session:ready');
    const { replayed } = await late.emit('resume', { since: Math.max(0, Number(seq) - 10) });
    expect(replayed).toBeGreaterThan(2);
    expect(late.received.some(({ event }) => event === 'conversation:updated')).toBe(true);
    expect(JSON.stringify(late.received)).not.toContain(`hello of ${from.customerId}`);
    late.close();
  });

  it('counts as traffic of the channel', async () => {
    const to = await customer('whatsapp');
    await reply(to, 'traffic').expect(201);
    const noted = async (): Promise<unknown> =>
      (await api('get', `/channels/${to.channel._id}`)).body.health.last_out_at;
    while ((await noted()) === null) await new Promise(setImmediate);
  });

  it('is sent at once, after a message that another process has stored before', async () => {
    const to = await customer();
    const { body: first } = await reply(to, 'the first of this process').expect(201);
    const { external_id: _id, external_ids: _ids, client_id: _client, ...draft } = await stored(first.messageData._id);
    const other = {
      ...draft,
      _id: new Types.ObjectId(),
      content: 'of another process',
      outbox: freshOutbox(new Date()),
    };
    await inbox.app.app.get(MessageLog, { strict: false }).append(scope, { ...other, status: 'queued' });
    const { body: second } = await reply(to, 'the next of this process').expect(201);
    expect(second.forwarding).toEqual({ status: 'success' });
    expect([shown('of another process'), shown('the next of this process')]).toEqual([1, 1]);
  });

  it('starts the next message as soon as it is sent', async () => {
    const to = await customer();
    inbox.sandbox.graph.failNext({ mode: 'accept_then_drop' });
    const { body: first } = await reply(to, 'answer lost').expect(201);
    const { body: second } = await reply(to, 'behind it').expect(201);
    expect(second.forwarding).toEqual({ status: 'queued' });
    const { customerId } = to;
    const metadata = first.messageData._id as string;
    await inbox.sandbox.webhooks.send(messengerEcho({ customerId, text: 'answer lost', metadata }));
    await told(second.messageData._id as string, 'sent');
  });

  it('is not delayed by many waiting messages of another conversation', async () => {
    const [crowded, alone] = [await customer(), await customer()];
    inbox.sandbox.graph.failNext({ scenario: 'send_limit_613' });
    const { body: first } = await reply(crowded, 'the first waits').expect(201);
    await change(first.messageData._id as string, { 'outbox.due_at': new Date(Date.now() + 60_000) });
    const behind = Array.from({ length: CROWD }, (_, index) =>
      reply(crowded, `behind ${index}`).set('prefer', 'respond-async').expect(201),
    );
    await Promise.all(behind);
    inbox.sandbox.graph.failNext({ scenario: 'send_limit_613' });
    const { body: second } = await reply(alone, 'alone').expect(201);
    const id = second.messageData._id as string;
    await change(id, { 'outbox.due_at': new Date() });
    await told(id, 'sent');
  });
});
