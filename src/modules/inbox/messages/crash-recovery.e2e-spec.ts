import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { RealtimeEventRecord } from '../../../core/realtime/realtime-event.schema.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import type { InboundChannel } from './inbound/inbound-event.js';
import { InboundEvents } from './inbound/inbound-events.js';
import { MessagePublisher } from '../message-log/message-publisher.js';
import { MessagesRepository } from '../message-log/messages.repository.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { OutboxSettlement } from '../message-sending/outbox-settlement.js';

const CUSTOMER = '7801';
const MINUTE_MS = 60_000;
/** Callers that come by a message a crash left, all at once. */
const CALLERS = 5;

/** What a process that died between a write and telling of it leaves to the others. */
describe('after a crash', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let reply: Message;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: CUSTOMER, text: 'hello' }));
    const { message } = await staff.next('message:new');
    const { contact_id } = message as { contact_id: string };
    const { body } = await request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content: 'hi' })
      .expect(201);
    const { _id } = body.messageData as { _id: string };
    await staff.next('message:status', ({ messageId, status }) => messageId === _id && status === 'read');
    await inbox.sandbox.idle();
    reply = await get(MessagesRepository).getById(scope, toObjectId(_id));
  });

  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  function get<T>(type: abstract new (...args: never[]) => T): T {
    return inbox.app.app.get(type as never, { strict: false });
  }
  const log = (): Model<RealtimeEventRecord> => inbox.app.app.get(getModelToken(RealtimeEventRecord.name));
  const logged = (event: string, more: object): Promise<number> =>
    log().countDocuments({ company_id: scope.companyId, event, ...more });
  const announcements = (): Promise<number> => logged('message:new', { 'data.message._id': reply._id });
  const lastTold = async (): Promise<unknown> => {
    const about = { company_id: scope.companyId, event: 'message:status', 'data.messageId': reply._id.toHexString() };
    const last = await log().findOne(about).sort({ seq: -1 });
    return last?.data['status'];
  };
  /** As it stands after a crash before the mark was taken away. */
  const leaveMarked = async (): Promise<Message> => {
    const unpublished_since = new Date(Date.now() - MINUTE_MS);
    const marked = await get(MessagesRepository).change(scope, reply._id, {}, { $set: { unpublished_since } });
    if (!marked) throw new Error('the message is gone');
    return marked;
  };

  it('what sockets were told of already is not told again', async () => {
    await leaveMarked();
    await get(MessagePublisher).publishForgotten();
    expect(await announcements()).toBe(1);
  });

  it('what nobody was told of is told once, whoever comes by', async () => {
    await log().deleteMany({ company_id: scope.companyId, event: 'message:new', 'data.message._id': reply._id });
    const marked = await leaveMarked();
    const publisher = get(MessagePublisher);
    await Promise.all(Array.from({ length: CALLERS }, () => publisher.publishAgain(scope, marked)));
    expect(await announcements()).toBe(1);
  });

  it('a word that comes late is followed by how it stands', async () => {
    await get(OutboxSettlement).announce(scope, { ...reply, status: 'sent' });
    expect(await lastTold()).toBe('read');
  });

  it.each(['the id of the message', 'a time'])(
    'a receipt by %s that is applied again is published again',
    async (by) => {
      const channel = await get(ChannelDirectory).resolve('facebook', ACCOUNTS.facebook);
      const means =
        by === 'a time' ? { external_ids: [], watermark: new Date() } : { external_ids: [reply.external_id as string] };
      const event = {
        kind: 'status' as const,
        status: 'read' as const,
        customer_id: CUSTOMER,
        ...means,
        at: new Date(),
      };
      const told = { 'data.messageId': reply._id.toHexString(), 'data.status': 'read' };
      const before = await logged('message:status', told);
      const apply = (repeated: object): Promise<unknown> =>
        get(InboundEvents).apply(scope, channel as unknown as InboundChannel, { ...event, ...repeated });
      await apply({});
      expect(await logged('message:status', told)).toBe(before);
      await apply({ is_repeated: true });
      expect(await logged('message:status', told)).toBe(before + 1);
    },
  );
});
