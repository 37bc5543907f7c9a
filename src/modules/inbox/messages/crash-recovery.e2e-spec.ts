import { getModelToken } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { RealtimeEventRecord } from '../../../core/realtime/realtime-event.schema.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import type { InboundChannel, InboundStatus } from './inbound/inbound-event.js';
import { InboundEvents } from './inbound/inbound-events.js';
import { MessageEditingService } from './message-editing.service.js';
import { ContentAnnouncer } from '../message-log/content-announcer.js';
import { MessagePublisher } from '../message-log/message-publisher.js';
import { MessageSweeper } from '../message-log/message-sweeper.js';
import { MessagesRepository } from '../message-log/messages.repository.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { StatusAnnouncer } from '../message-log/status-announcer.js';
import { OutboxRepository } from '../message-sending/outbox.repository.js';

const CUSTOMER = '7801';
const MINUTE_MS = 60_000;
/** Callers that come by a message a crash left, all at once. */
const CALLERS = 5;
const DEATH = 'the process dies here';

/** What a process that died between a write and telling of it leaves to the others. */
describe('after a crash', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let contactId: string;
  let reply: Message;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(messengerText({ customerId: CUSTOMER, text: 'hello' }));
    const { message } = await staff.next('message:new');
    const { contact_id } = message as { contact_id: string };
    contactId = contact_id;
    const { body } = await post().expect(201);
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
  const post = (): request.Test =>
    request(inbox.app.url)
      .post('/api/v1/messages')
      .set(company.auth)
      .send({ contact_id: contactId, role: 'operator', direction: 'outbound', platform: 'facebook', content: 'hi' });
  const log = (): Model<RealtimeEventRecord> => inbox.app.app.get(getModelToken(RealtimeEventRecord.name));
  const logged = (event: string, more: object): Promise<number> =>
    log().countDocuments({ company_id: scope.companyId, event, ...more });
  const announcements = (): Promise<number> => logged('message:new', { 'data.message._id': reply._id });
  /** The status in the last event of the message. */
  const lastShown = async (id: Types.ObjectId): Promise<unknown> => {
    const about = [{ event: 'message:status', 'data.messageId': id.toHexString() }, { 'data.message._id': id }];
    const last = await log().findOne({ company_id: scope.companyId, $or: about }).sort({ seq: -1 });
    return last?.data['status'] ?? (last?.data['message'] as Message | undefined)?.status;
  };
  /** As it stands after a crash before the mark was taken away. */
  const leaveMarked = async (): Promise<Message> => {
    const unpublished_since = new Date(Date.now() - MINUTE_MS);
    const marked = await get(MessagesRepository).change(scope, reply._id, {}, { $set: { unpublished_since } });
    if (!marked) throw new Error('the message is gone');
    return marked;
  };

  /** Makes the next call of the method fail, like a crash. */
  const dieAtNext = <K extends string>(target: Record<K, (...values: never[]) => Promise<unknown>>, method: K) =>
    beforeNext(target, method, () => Promise.reject(new Error(DEATH)));

  it('what sockets were told of already is not told again', async () => {
    await leaveMarked();
    await get(MessageSweeper).finishForgotten();
    expect(await announcements()).toBe(1);
  });

  it('what nobody was told of is told once, whoever comes by', async () => {
    await log().deleteMany({ company_id: scope.companyId, event: 'message:new', 'data.message._id': reply._id });
    const marked = await leaveMarked();
    const publisher = get(MessagePublisher);
    await Promise.all(Array.from({ length: CALLERS }, () => publisher.publishAgain(scope, marked)));
    expect(await announcements()).toBe(1);
  });

  it('keeps the mark of another process that publishes the message again', async () => {
    const messages = get(MessagesRepository);
    const set = { unpublished_since: new Date() };
    const claimed = await messages.change(scope, reply._id, {}, { $set: set });
    await messages.clearUnpublishedMarks([{ ...reply, unpublished_since: new Date(0) }]);
    expect(await messages.getById(scope, reply._id)).toMatchObject(set);
    await messages.clearUnpublishedMarks([claimed as Message]);
    expect(await messages.getById(scope, reply._id)).not.toHaveProperty('unpublished_since');
  });

  it('a word that comes late is followed by how it stands', async () => {
    await get(StatusAnnouncer).announce(scope, { ...reply, status: 'sent' }, []);
    expect(await lastShown(reply._id)).toBe('read');
  });

  it.each(['forgetMessage', 'publish'] as const)(
    'finishes the removal of a note when a process dies before %s',
    async (step) => {
      const path = `/api/v1/conversations/${reply.conversation_id.toHexString()}/notes`;
      const content = `these words go before ${step}`;
      const { body } = await request(inbox.app.url).post(path).set(company.auth).send({ content }).expect(201);
      const id = toObjectId((body as { _id: string })._id);
      dieAtNext(get(RealtimeService), step);
      await expect(get(MessageEditingService).remove(scope, id)).rejects.toThrow(DEATH);
      const isRemoval = ({ message }: Record<string, unknown>): boolean =>
        (message as { _id: string })._id === id.toHexString() && (message as { content: string }).content === '';
      const shown = staff.next('message:updated', isRemoval);
      await get(MessageSweeper).finishForgotten(Date.now() + MINUTE_MS);
      await shown;
      expect(await logged('message:new', { 'data.message.content': content })).toBe(0);
      expect(await get(MessagesRepository).getById(scope, id)).not.toHaveProperty('unannounced_changes');
    },
  );

  describe('the status of a reply', () => {
    beforeAll(() => void Object.assign(inbox.sandbox.receipts.knobs, { statuses: false, echo: false }));

    const send = async (): Promise<Message> => {
      const { body } = await post().expect(201);
      return get(MessagesRepository).getById(scope, toObjectId(body.messageData._id));
    };
    const receive = async (to: Message, status: InboundStatus['status'], more: object = {}): Promise<void> => {
      const channel = await get(ChannelDirectory).resolve('facebook', ACCOUNTS.facebook);
      const ids = { customer_id: CUSTOMER, external_ids: [to.external_id as string] };
      const event = { kind: 'status' as const, status, ...ids, at: new Date(), ...more };
      await get(InboundEvents).apply(scope, channel as unknown as InboundChannel, event);
    };
    /**
     * Sweeps as later processes do, because a sweep leaves out the newest changes. A sweep does nothing while the
     * product's own sweep runs, so it is repeated.
     */
    const sweepUntilShown = async ({ _id }: Message, status: string): Promise<void> => {
      while ((await lastShown(_id)) !== status) await get(MessageSweeper).finishForgotten(Date.now() + MINUTE_MS);
    };

    it.each([
      ['the id of the message', {}],
      ['a time', { external_ids: [], watermark: new Date(Date.now() + MINUTE_MS) }],
    ])('is announced by another process when a process dies before it tells of a receipt by %s', async (_, means) => {
      const sent = await send();
      dieAtNext(get(RealtimeService), 'publish');
      await expect(receive(sent, 'read', means)).rejects.toThrow(DEATH);
      await sweepUntilShown(sent, 'read');
    });

    it('is announced by another process when a process dies after the platform took the reply', async () => {
      let hasDied = false;
      const die = (): Promise<never> => {
        hasDied = true;
        return Promise.reject(new Error(DEATH));
      };
      beforeNext(get(OutboxRepository), 'recordSent', () =>
        Promise.resolve(beforeNext(get(RealtimeService), 'publish', die)),
      );
      const sent = await send();
      expect([sent.status, hasDied]).toEqual(['sent', true]);
      await sweepUntilShown(sent, 'sent');
    });

    it('is announced again when a process dies after it told of an older status', async () => {
      const sent = await send();
      beforeNext(get(RealtimeService), 'publish', async () => {
        await receive(sent, 'read');
        dieAtNext(get(MessagesRepository), 'reread');
      });
      await expect(receive(sent, 'delivered')).rejects.toThrow(DEATH);
      expect(await lastShown(sent._id)).toBe('delivered');
      await sweepUntilShown(sent, 'read');
    });

    it('is announced a second time after another process told of a retry', async () => {
      const sent = await send();
      const error = { code: '131026', message: 'Message undeliverable' };
      await receive(sent, 'failed', { error });
      await get(MessagesRepository).change(scope, sent._id, {}, { $set: { status: 'sent', error: null } });
      const ids = { messageId: sent._id.toHexString(), conversationId: sent.conversation_id.toHexString() };
      await get(RealtimeService).publish(scope, 'message:status', { ...ids, status: 'sent' });
      await receive(sent, 'failed', { error });
      expect(await lastShown(sent._id)).toBe('failed');
    });

    it('follows a message:new that is logged late', async () => {
      const { seq } = (await log().findOne({ company_id: scope.companyId }).sort({ seq: -1 })) as RealtimeEventRecord;
      await get(MessagePublisher).publish(scope, { ...reply, status: 'queued' });
      const isLater = (data: Record<string, unknown>): boolean => Number(data['seq']) > seq;
      expect(await staff.next('message:status', isLater)).toMatchObject({ messageId: reply._id.toHexString() });
      expect(await lastShown(reply._id)).toBe('read');
    });

    it('follows a message:updated that is logged late', async () => {
      await get(ContentAnnouncer).announce(scope, { ...reply, status: 'sent' });
      expect(await lastShown(reply._id)).toBe('read');
    });
  });
});
