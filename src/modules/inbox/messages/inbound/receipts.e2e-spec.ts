import { getModelToken } from '@nestjs/mongoose';
import fc from 'fast-check';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { instagramEcho, instagramText, whatsappText } from '../../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../../test/support/inbox.js';
import { RANK, type Receipt, statusAfter } from '../../../../../test/support/receipt-ladder.js';
import { sized } from '../../../../../test/support/sizes.js';
import { beforeNext } from '../../../../../test/support/before-next.js';
import { RealtimeService } from '../../../../core/realtime/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { MessagesRepository } from '../../message-log/messages.repository.js';
import { StatusAnnouncer } from '../../message-log/status-announcer.js';
import { InboundDrain } from '../../inbound-events/drain/inbound-drain.js';
import { InboundEventRecord } from '../../inbound-events/schemas/inbound-event-record.schema.js';
import { Message } from '../../message-log/schemas/message.schema.js';
import type { InboundChannel } from './inbound-event.js';
import { InboundEvents } from './inbound-events.js';

const CUSTOMER = '5511970006001';
const RUNS = sized(8, 25);
const OWN_APP = '600000000000001';
const LONG_AGO_MS = 10 * 60_000;
const IMAGE = { type: 'image', url: 'https://example.com/a.png' };

describe('receipts', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let scope: CompanyScope;
  let channel: InboundChannel;
  let contactId: string;
  let messages = 0;

  beforeAll(async () => {
    inbox = await startInbox({ env: { FACEBOOK_APP_ID: OWN_APP } });
    Object.assign(inbox.sandbox.receipts.knobs, { statuses: false });
    company = await companyWithChannels(inbox);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(whatsappText({ customerId: CUSTOMER, text: 'hello' }));
    const { message } = await staff.next('message:new');
    const { contact_id, channel_id } = message as { contact_id: string; channel_id: string };
    [contactId, channel] = [contact_id, { _id: channel_id, platform: 'whatsapp' }];
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);

  const sendOne = async (): Promise<{ id: string; externalId: string }> => {
    const body = { contact_id: contactId, role: 'operator', direction: 'outbound', platform: 'whatsapp' };
    const { body: answer } = await api('post', '/messages').send({ ...body, content: `message ${messages++}` });
    expect(answer.messageData.status).toBe('sent');
    return { id: answer.messageData._id as string, externalId: answer.messageData.external_id as string };
  };

  const receive = (externalId: string, status: Receipt): Promise<unknown> =>
    inbox.app.app.get(InboundEvents).apply(scope, channel, {
      kind: 'status',
      customer_id: CUSTOMER,
      at: new Date(),
      status,
      external_ids: [externalId],
    });

  const stored = async (id: string): Promise<Record<string, unknown>> =>
    (await api('get', `/messages/${id}`).expect(200)).body as Record<string, unknown>;

  const told = (id: string): string[] =>
    staff.received
      .filter(({ event, data }) => event === 'message:status' && data['messageId'] === id)
      .map(({ data }) => String(data['status']));

  const receipts = fc.array(fc.constantFrom<Receipt>('sent', 'delivered', 'read', 'failed'), {
    minLength: 1,
    maxLength: 8,
  });

  it('lead up the ladder whatever their order, and sockets see only steps up', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (sequence) => {
        const { id, externalId } = await sendOne();
        for (const receipt of sequence) await receive(externalId, receipt);
        const { status, delivered, read } = await stored(id);
        const expected = statusAfter(sequence);
        expect({ status, delivered, read }).toEqual({
          status: expected,
          delivered: (RANK[expected] ?? 0) >= 2,
          read: expected === 'read',
        });
        // A correction may repeat the stored status, but the status never goes back.
        const steps = told(id).filter((one) => one !== 'failed');
        expect(steps).toEqual([...steps].sort((a, b) => (RANK[a] ?? 0) - (RANK[b] ?? 0)));
      }),
      { numRuns: RUNS },
    );
  });

  it('come to the highest when they are applied at once', async () => {
    const ladder = fc.array(fc.constantFrom<Receipt>('sent', 'delivered', 'read'), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ladder, async (sequence) => {
        const { id, externalId } = await sendOne();
        await Promise.all(sequence.map((receipt) => receive(externalId, receipt)));
        const expected = statusAfter(sequence);
        expect(await stored(id)).toMatchObject({ status: expected });
      }),
      { numRuns: RUNS },
    );
  });

  it('end with an event of the stored status when an older one is published late', async () => {
    const { id, externalId } = await sendOne();
    const message = await inbox.app.app.get(MessagesRepository, { strict: false }).getById(scope, id);
    beforeNext(inbox.app.app.get(RealtimeService), 'publish', () => receive(externalId, 'read'));
    await inbox.app.app
      .get(StatusAnnouncer, { strict: false })
      .announce(scope, { ...message, status: 'delivered' }, []);
    const next = await sendOne();
    await staff.next('message:status', ({ messageId }) => messageId === next.id);
    expect(told(id).at(-1)).toBe('read');
  });

  it('finds a message by the id of its first part', async () => {
    const body = { contact_id: contactId, role: 'operator', direction: 'outbound', platform: 'whatsapp' };
    const { body: answer } = await api('post', '/messages').send({ ...body, content: 'a file', attachments: [IMAGE] });
    const id = answer.messageData._id as string;
    const calls = inbox.sandbox.ledger.entries({ kind: 'graph.message' });
    const file = calls.at(-2)?.data['id'] as string;
    await receive(file, 'delivered');
    expect(await stored(id)).toMatchObject({ status: 'sent' });
    await receive(file, 'failed');
    expect(await stored(id)).toMatchObject({ status: 'failed' });
  });

  describe('and echoes', () => {
    interface Customer {
      customerId: string;
      contact_id: string;
      conversation_id: string;
    }
    let customers = 0;

    /** A customer of Instagram, where echoes carry nothing of ours. */
    const customer = async (): Promise<Customer> => {
      const customerId = `9917${(customers += 1)}`;
      const text = `hello of ${customerId}`;
      await inbox.sandbox.webhooks.send(instagramText({ customerId, text }));
      const isHello = ({ message }: Record<string, unknown>): boolean => (message as Message).content === text;
      const { message } = await staff.next('message:new', isHello);
      return { customerId, ...(message as { contact_id: string; conversation_id: string }) };
    };
    const post = async ({ contact_id }: Customer, content: string, more: object = {}): Promise<string> => {
      const body = { contact_id, role: 'operator', direction: 'outbound', platform: 'instagram', content, ...more };
      return (await api('post', '/messages').send(body).expect(201)).body.messageData._id as string;
    };
    const outbound = async ({ conversation_id }: Customer): Promise<Record<string, unknown>[]> => {
      const { body } = await api('get', `/conversations/${conversation_id}/messages`).expect(200);
      return body.items.filter(({ direction }: { direction: string }) => direction === 'outbound');
    };
    const conversationOf = async ({ conversation_id }: Customer): Promise<Record<string, unknown>> =>
      (await api('get', `/conversations/${conversation_id}`).expect(200)).body as Record<string, unknown>;
    const settled = async (): Promise<void> => {
      await inbox.sandbox.idle();
      await inbox.app.app.get(InboundDrain, { strict: false }).idle();
    };
    const retryWaitingEvents = async (): Promise<void> => {
      const model = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name));
      await model.updateMany({ state: 'new' }, { $set: { not_before: new Date(0) } });
      await settled();
    };
    afterEach(() => inbox.sandbox.reset());

    it('of a file and its text belong to the message that was sent', async () => {
      const to = await customer();
      const id = await post(to, 'text and file', { attachments: [IMAGE, IMAGE] });
      await settled();
      expect(await outbound(to)).toMatchObject([{ _id: id, author: { kind: 'user' } }]);
    });

    it('that come before the answer of the send belong to the message', async () => {
      inbox.sandbox.receipts.knobs.echo_before_response = true;
      const to = await customer();
      const id = await post(to, 'echo first', { attachments: [IMAGE] });
      await settled();
      await retryWaitingEvents();
      expect(await outbound(to)).toMatchObject([{ _id: id, status: expect.stringMatching(/sent|read/) }]);
    });

    it('with the text of a refused send become messages from the phone', async () => {
      const to = await customer();
      inbox.sandbox.graph.knobs.slow_ms = 1_000;
      inbox.sandbox.graph.failNext({ mode: 'slow', scenario: 'window_closed' });
      const sending = post(to, 'the same words');
      await staff.next('message:new', ({ message }) => (message as Message).content === 'the same words');
      await inbox.sandbox.webhooks.send(instagramEcho({ customerId: to.customerId, text: 'the same words' }));
      const id = await sending;
      await settled();
      await retryWaitingEvents();
      expect(await outbound(to)).toMatchObject([
        { status: 'sent', author: { kind: 'phone' } },
        { _id: id, status: 'failed' },
      ]);
    });

    it('of an assistant message are matched to it and leave the customer waiting', async () => {
      const to = await customer();
      const before = await conversationOf(to);
      const id = await post(to, 'says the assistant', { role: 'assistant', attachments: [IMAGE] });
      const { customerId } = to;
      await inbox.sandbox.webhooks.send(instagramEcho({ customerId, attachments: [{ ...IMAGE, type: 'image' }] }));
      await inbox.sandbox.webhooks.send(instagramEcho({ customerId, text: 'says the assistant', mid: 'mid.of.echo' }));
      await settled();
      expect(await outbound(to)).toMatchObject([{ _id: id, status: 'sent', external_id: 'mid.of.echo' }]);
      const { owner, waiting_since } = before;
      expect(await conversationOf(to)).toMatchObject({ owner, waiting_since });
    });

    it('that are read long after they were made belong to the message of that time', async () => {
      const to = await customer();
      const id = await post(to, 'read late', { role: 'assistant' });
      const at = Date.now() - LONG_AGO_MS;
      const model = inbox.app.app.get<Model<Message>>(getModelToken(Message.name));
      await model.updateOne(
        { company_id: scope.companyId, _id: new Types.ObjectId(id) },
        { $set: { sent_at: new Date(at) } },
      );
      await inbox.sandbox.webhooks.send(instagramEcho({ customerId: to.customerId, text: 'read late', at }));
      await settled();
      expect(await outbound(to)).toMatchObject([{ _id: id, author: { kind: 'bot' } }]);
      await post(to, 'read late', { role: 'assistant', client_id: 'new' });
      await inbox.sandbox.webhooks.send(instagramEcho({ customerId: to.customerId, text: 'read late', at }));
      await settled();
      expect(await outbound(to)).toMatchObject([
        { author: { kind: 'phone' } },
        { author: { kind: 'bot' } },
        { _id: id },
      ]);
    });

    it('with our own app id, but without a message of ours, become messages of a bot', async () => {
      const to = await customer();
      const before = await conversationOf(to);
      await inbox.sandbox.webhooks.send(
        instagramEcho({ customerId: to.customerId, text: 'from our app', appId: OWN_APP }),
      );
      await settled();
      expect(await outbound(to)).toMatchObject([{ role: 'assistant', author: { kind: 'bot' } }]);
      expect((await conversationOf(to))['waiting_since']).toBe(before['waiting_since']);
    });
  });
});
