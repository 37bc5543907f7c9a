import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
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
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let customers = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });

  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  afterEach(() => inbox.sandbox.reset());

  const get = <T>(type: new (...args: never[]) => T): T => inbox.app.app.get<T>(type, { strict: false });
  const stored = (id: string): Promise<Message> => get(MessagesRepository).getById(scope, toObjectId(id));
  const change = (id: string, set: object): Promise<Message | null> =>
    get(MessagesRepository).change(scope, toObjectId(id), {}, { $set: set });
  const shown = (content: string): number =>
    inbox.sandbox.ledger.entries({ kind: 'graph.message' }).filter(({ data }) => data['text'] === content).length;

  /** A new customer, and a reply whose answer is lost. */
  const loseAnswer = async (content: string): Promise<string> => {
    const customerId = customerOf((customers += 1));
    const text = `hello of ${customerId}`;
    await inbox.sandbox.webhooks.send(messengerText({ customerId, text }));
    const isHello = ({ message }: Record<string, unknown>): boolean => (message as Message).content === text;
    const { message } = await staff.next('message:new', isHello);
    const { contact_id } = message as { contact_id: string };
    inbox.sandbox.graph.failNext({ mode: 'accept_then_drop' });
    const reply = { contact_id, role: 'operator', direction: 'outbound', platform: 'facebook', content };
    const { body } = await request(inbox.app.url).post('/api/v1/messages').set(company.auth).send(reply).expect(201);
    return body.messageData._id as string;
  };

  it('is settled by an echo that comes before our own word of the lost answer', async () => {
    inbox.sandbox.receipts.knobs.echo = false;
    inbox.sandbox.receipts.knobs.statuses = false;
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
    Object.assign(inbox.sandbox.receipts.knobs, { echo: false, statuses: false });
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
    inbox.sandbox.receipts.knobs.echo = false;
    inbox.sandbox.receipts.knobs.statuses = false;
    const id = await loseAnswer('lost the lock');
    const { outbox, ...before } = await stored(id);
    const lockOfNext = Number(outbox?.fence ?? 0) + 1;
    await change(id, { 'outbox.fence': lockOfNext });
    const { fence: _fence, ...known } = { ...outbox, due_at: new Date() } as NonNullable<Message['outbox']>;
    const answered = await get(OutboxSettlement).sent(scope, before, lockOfNext - 1, known, 'm_of_the_late');
    expect(answered).toMatchObject({ status: 'queued' });
    expect(await stored(id)).toMatchObject({ status: 'queued', outbox: { fence: lockOfNext } });
  });

  it('waits for what is stored of the customer, then for a person, and is never repeated', async () => {
    inbox.sandbox.receipts.knobs.echo = false;
    inbox.sandbox.receipts.knobs.statuses = false;
    const id = await loseAnswer('news ahead');
    const events = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name));
    const ofCustomer = { lane: `facebook:${ACCOUNTS.facebook}:${customerOf(customers)}` };
    await events.updateOne(ofCustomer, { $set: { state: 'new', not_before: new Date(Date.now() + MINUTE_MS) } });
    await change(id, { 'outbox.due_at': new Date() });
    await get(OutboxService).sweep();
    expect(shown('news ahead')).toBe(1);
    expect(await stored(id)).toMatchObject({ status: 'queued', outbox: { attempts: [{ outcome: 'unknown' }] } });
    // Applied, and it was no echo.
    await events.updateOne(ofCustomer, { $set: { state: 'done' } });
    await change(id, { 'outbox.due_at': new Date() });
    await get(OutboxService).sweep();
    expect(await stored(id)).toMatchObject({ status: 'failed', error: { code: 'UNCONFIRMED' } });
    // It comes at last.
    await get(ReceiptsService).confirm(scope, await stored(id), [0], 'm_late_echo');
    expect(await stored(id)).toMatchObject({ status: 'sent', error: null });
    expect(shown('news ahead')).toBe(1);
  });

  it('is none where the process died before the call: the message is sent', async () => {
    const id = await loseAnswer('never called');
    const attempts = [{ at: new Date(Date.now() - MINUTE_MS), outcome: 'pending' }];
    await change(id, { status: 'queued', 'outbox.due_at': new Date(), 'outbox.attempts': attempts });
    await get(OutboxService).sweep();
    expect(await stored(id)).toMatchObject({ outbox: { attempts: [{ outcome: 'sent' }] } });
  });

  it('whose process died waits for the echo from the moment somebody listens again', async () => {
    inbox.sandbox.receipts.knobs.echo = false;
    inbox.sandbox.receipts.knobs.statuses = false;
    const id = await loseAnswer('died long ago');
    const attempts = [{ at: new Date(Date.now() - MINUTE_MS), outcome: 'calling' }];
    await change(id, { 'outbox.due_at': new Date(), 'outbox.attempts': attempts });
    const asked = Date.now();
    await get(OutboxService).sweep();
    const { outbox } = await stored(id);
    expect(outbox?.attempts).toMatchObject([{ outcome: 'unknown', code: 'INTERRUPTED' }]);
    expect(outbox?.due_at?.getTime()).toBeGreaterThanOrEqual(asked + CONFIRM_WITHIN_MS);
    expect(shown('died long ago')).toBe(1);
  });
});
