import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { settled } from '../../../../test/support/settled.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ChannelDirectory } from '../channels/index.js';
import { InboundEventRecord } from '../inbound-events/schemas/inbound-event-record.schema.js';
import type { InboundChannel, InboundStatus } from '../messages/inbound/inbound-event.js';
import { InboundEvents } from '../messages/inbound/inbound-events.js';
import { ReceiptsService } from '../messages/inbound/receipts.service.js';
import { MessagesRepository } from '../message-log/messages.repository.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { OutboxService } from './outbox.service.js';
import { CONFIRM_WITHIN_MS } from './outbox-state.js';
import { OutboxSettlement } from './outbox-settlement.js';

const MINUTE_MS = 60_000;

const customerOf = (number: number): string => `77${number}`;

/** Nobody knows whether a try arrived: its answer was lost, or its process died. Graph keeps no idempotency keys. */
describe('a send of unknown outcome', () => {
  let inbox: Inbox;
  let database: RawDatabase;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let customers = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    database = await openRawDatabase(inbox.app);
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });

  afterAll(async () => {
    staff.close();
    await database.close();
    await inbox.close();
  });

  afterEach(() => inbox.sandbox.reset());

  const get = <T>(type: new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const stored = (id: string): Promise<Message> => get(MessagesRepository).getById(scope, toObjectId(id));
  const change = (id: string, set: object): Promise<Message | null> =>
    get(MessagesRepository).change(scope, toObjectId(id), {}, { $set: set });
  const shown = (content: string): number =>
    inbox.sandbox.ledger.entries({ kind: 'graph.message' }).filter(({ data }) => data['text'] === content).length;

  /** Sweeps until the message fits. One sweep is not enough: the product's own sweep may hold the conversation. */
  const sweepUntil = async (id: string, fits: (message: Message) => boolean): Promise<Message> => {
    for (;;) {
      await get(OutboxService).sweep();
      const message = await stored(id);
      if (fits(message)) return message;
    }
  };

  /** A new customer, and a reply whose answer is lost. No echo and no receipt comes. */
  const loseAnswer = async (content: string): Promise<string> => {
    const customerId = customerOf((customers += 1));
    const text = `hello of ${customerId}`;
    Object.assign(inbox.sandbox.receipts.knobs, { echo: false, statuses: false });
    await inbox.sandbox.webhooks.send(messengerText({ customerId, text }));
    const isHello = ({ message }: Record<string, unknown>): boolean => (message as Message).content === text;
    const { message } = await staff.next('message:new', isHello);
    await settled(inbox.sandbox, database);
    const { contact_id } = message as { contact_id: string };
    inbox.sandbox.graph.failNext({ mode: 'accept_then_drop' });
    const reply = { contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content };
    const { body } = await request(inbox.app.url).post('/api/v1/messages').set(company.auth).send(reply).expect(201);
    return body.messageData._id as string;
  };

  it('is settled by an echo that comes before our own word of the lost answer', async () => {
    const id = await loseAnswer('echo first');
    const before = await stored(id);
    await get(ReceiptsService).confirm(scope, before, [0], 'm_echo_first');
    const outbox = { ...before.outbox, due_at: new Date() } as NonNullable<Message['outbox']>;
    const error = { code: 'BROKEN_OFF', message: 'Meta broke off' };
    await get(OutboxSettlement).waiting(scope, before, Date.now(), outbox, error);
    const after = await stored(id);
    expect(after).toMatchObject({ status: 'sent', error: null, external_id: 'm_echo_first' });
    expect(after.outbox).not.toHaveProperty('due_at');
  });

  it('lets receipts wait for as long as its outcome is open', async () => {
    const id = await loseAnswer('receipt first');
    const channel = await get(ChannelDirectory).resolve('facebook', ACCOUNTS.facebook);
    const read = {
      kind: 'status' as const,
      status: 'read' as const,
      customer_id: customerOf(customers),
      at: new Date(),
    };
    const receive = (means: Pick<InboundStatus, 'external_ids' | 'watermark'>): Promise<unknown> =>
      inbox.app.app
        .get(InboundEvents, { strict: false })
        .apply(scope, channel as unknown as InboundChannel, { ...read, ...means });
    const byTime = { external_ids: [], watermark: new Date(Date.now() + MINUTE_MS) };
    const byId = { external_ids: ['m_receipt_first'] };
    expect([await receive(byTime), await receive(byId)]).toEqual(['undecided', 'undecided']);
    await get(ReceiptsService).confirm(scope, await stored(id), [0], 'm_receipt_first');
    expect([await receive(byTime), await receive(byId)]).toEqual(['applied', 'duplicate']);
    expect(await stored(id)).toMatchObject({ status: 'read' });
  });

  it('is not answered as sent by a process that has lost the lock meanwhile', async () => {
    const id = await loseAnswer('lost the lock');
    const { outbox, ...before } = await stored(id);
    const lockOfNext = Number(outbox?.fence ?? 0) + 1;
    await change(id, { 'outbox.fence': lockOfNext });
    const { fence: _fence, ...known } = { ...outbox, due_at: new Date() } as NonNullable<Message['outbox']>;
    const answered = await get(OutboxSettlement).sent(scope, before, lockOfNext - 1, known, 'm_of_the_late');
    expect(answered).toMatchObject({ status: 'queued' });
    expect(await stored(id)).toMatchObject({ status: 'queued', outbox: { fence: lockOfNext } });
  });

  it('waits for stored events of the customer, then for a person, and is never sent again', async () => {
    const id = await loseAnswer('news ahead');
    const events = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name));
    const ofCustomer = { lane: `facebook:${ACCOUNTS.facebook}:${customerOf(customers)}` };
    await events.updateOne(ofCustomer, { $set: { state: 'new', not_before: new Date(Date.now() + MINUTE_MS) } });
    const due_at = new Date();
    await change(id, { 'outbox.due_at': due_at });
    const waiting = await sweepUntil(id, ({ outbox }) => outbox?.due_at?.getTime() !== due_at.getTime());
    expect(shown('news ahead')).toBe(1);
    expect(waiting).toMatchObject({ status: 'queued', outbox: { attempts: [{ outcome: 'unknown' }] } });
    // Applied, and it was no echo.
    await events.updateOne(ofCustomer, { $set: { state: 'done' } });
    await change(id, { 'outbox.due_at': new Date() });
    const failed = await sweepUntil(id, ({ status }) => status !== 'queued');
    expect(failed).toMatchObject({ status: 'failed', error: { code: 'UNCONFIRMED' } });
    // It comes at last.
    await get(ReceiptsService).confirm(scope, await stored(id), [0], 'm_late_echo');
    expect(await stored(id)).toMatchObject({ status: 'sent', error: null });
    expect(shown('news ahead')).toBe(1);
  });

  it('is sent again when the process died before the call', async () => {
    const id = await loseAnswer('never called');
    const attempts = [{ at: new Date(Date.now() - MINUTE_MS), outcome: 'pending' }];
    await change(id, { status: 'queued', 'outbox.due_at': new Date(), 'outbox.attempts': attempts });
    const sent = await sweepUntil(id, ({ status }) => status !== 'queued');
    expect(sent).toMatchObject({ status: 'sent', outbox: { attempts: [{ outcome: 'sent' }] } });
    expect(shown('never called')).toBe(2);
  });

  it('waits for its echo from the first sweep after the process died', async () => {
    const id = await loseAnswer('died long ago');
    const attempts = [{ at: new Date(Date.now() - MINUTE_MS), outcome: 'calling' }];
    const asked = Date.now();
    await change(id, { 'outbox.due_at': new Date(asked), 'outbox.attempts': attempts });
    const { outbox } = await sweepUntil(id, (message) => message.outbox?.due_at?.getTime() !== asked);
    expect(outbox?.attempts).toMatchObject([{ outcome: 'unknown', code: 'INTERRUPTED' }]);
    expect(outbox?.due_at?.getTime()).toBeGreaterThanOrEqual(asked + CONFIRM_WITHIN_MS);
    expect(shown('died long ago')).toBe(1);
  });
});
