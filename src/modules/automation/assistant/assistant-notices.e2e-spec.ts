import request from 'supertest';
import type { PublicSalon } from '../../../../test/builders/public-booking.js';
import { anAssistedSalon, assistantIsIdle, untilShown } from '../../../../test/support/assistant.js';
import { beforeNext } from '../../../../test/support/before-next.js';
import { conversationsOf, saidTo, TappingCustomer } from '../../../../test/support/flows.js';
import { type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AppointmentOutbox } from '../../booking/appointments/publishing/appointment-outbox.js';
import { MessageDelivery } from '../../inbox/message-sending/index.js';
import { TurnSender } from './speaking/turn-sender.service.js';

const MINUTE_MS = 60_000;
const LINK = /\/booking\/manage\/[\w.-]+/;
const NOTICE = /Your appointment (is confirmed|has changed|was cancelled)/;

describe('a change that the assistant makes in a conversation', () => {
  let inbox: Inbox;
  let salon: PublicSalon & { scope: CompanyScope };
  let staff: StaffSocket;
  let people = 7_900;

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await anAssistedSalon(inbox);
    staff = await StaffSocket.connect(inbox.app, salon.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const service = <T>(type: abstract new (...args: never[]) => T): T =>
    inbox.app.app.get(type as never, { strict: false });
  const idle = (): Promise<void> => assistantIsIdle(inbox.app);
  const said = (customer: TappingCustomer): Promise<string[]> => saidTo(inbox, salon.scope, customer.id);
  const call = (path: string) => request(inbox.app.url).get(`/api/v1${path}`).set(salon.auth).expect(200);
  const jobs = (): InlineJobs => inbox.app.app.get<unknown, InlineJobs>(Jobs);
  const conversationOf = async (customer: TappingCustomer) => {
    const [conversation] = await conversationsOf(inbox.app, salon.scope, customer.id);
    if (!conversation) throw new Error('the customer has no conversation');
    return conversation;
  };
  const published = async (): Promise<void> => {
    await service(AppointmentOutbox).onModuleDestroy();
    await service(AppointmentOutbox).sweep(new Date(Date.now() + MINUTE_MS));
  };
  const tap = async (customer: TappingCustomer, title: RegExp): Promise<void> => {
    await customer.tap((await untilShown(inbox, customer, title)).title);
    await idle();
  };
  const arrived = async (customer: TappingCustomer): Promise<void> => {
    const { _id } = await conversationOf(customer);
    const { body } = await call(`/conversations/${_id.toHexString()}/messages`);
    const { _id: id } = body.items.find(({ author }: { author: { kind: string } }) => author.kind === 'bot');
    await staff.next('message:status', ({ messageId, status }) => messageId === id && status !== 'queued');
  };
  /** Sends the notices of what the customer has just confirmed. */
  const told = async (customer: TappingCustomer): Promise<void> => {
    await arrived(customer);
    await published();
    await jobs().drain({ includeDelayed: true });
  };
  const noticesOf = async (customer: TappingCustomer): Promise<unknown[]> => {
    const { contact_id } = await conversationOf(customer);
    const { body } = await call(`/appointments?contact_id=${String(contact_id)}`);
    return (await call(`/appointments/${body.items[0]._id}/notices`)).body.items;
  };
  const askedToBook = async (): Promise<TappingCustomer> => {
    const customer = new TappingCustomer(inbox, String(++people), 'facebook');
    await customer.write('I want to book a bath');
    await idle();
    await tap(customer, /\d\d:\d\d/);
    await untilShown(inbox, customer, /^Yes$/);
    return customer;
  };

  it('is told once there, with the link that manages the appointment', async () => {
    const customer = await askedToBook();
    await tap(customer, /^Yes$/);
    await told(customer);
    await customer.write('I need to move my appointment');
    await idle();
    await untilShown(inbox, customer, /\d\d:\d\d/);
    await tap(customer, new RegExp(customer.shown.at(-1)?.title ?? ''));
    await tap(customer, /^Yes$/);
    await told(customer);
    await customer.write('please cancel my bath');
    await idle();
    await tap(customer, /^Yes$/);
    await told(customer);
    const texts = await said(customer);
    expect(texts.filter((text) => NOTICE.test(text))).toEqual([]);
    for (const start of ['Booked: ', 'Moved: ']) expect(texts.find((text) => text.startsWith(start))).toMatch(LINK);
    expect(texts.find((text) => text.startsWith('Cancelled: '))).not.toMatch(LINK);
    const message = { state: 'posted', reason: 'told_in_conversation', message_id: expect.any(String) };
    expect(await noticesOf(customer)).toMatchObject(
      ['confirmed', 'changed', 'cancelled'].map((kind) => ({ kind, message })),
    );
  });

  it('waits with its notice until the message of the assistant is sent', async () => {
    const customer = await askedToBook();
    let release = (): void => undefined;
    beforeNext(service(MessageDelivery), 'deliver', () => new Promise<void>((resolve) => (release = resolve)));
    await tap(customer, /^Yes$/);
    await published();
    await jobs().drain();
    expect(await noticesOf(customer)).toMatchObject([{ message: { state: 'waiting' } }]);
    release();
    await told(customer);
    expect(await noticesOf(customer)).toMatchObject([{ message: { reason: 'told_in_conversation' } }]);
  });

  it('is told by the notice if staff have stopped the text of the assistant', async () => {
    const customer = await askedToBook();
    const { _id, contact_id } = await conversationOf(customer);
    const reply = { conversation_id: String(_id), contact_id: String(contact_id), platform: 'facebook' };
    const fields = { ...reply, role: 'operator', direction: 'outbound', content: 'I will do it.' };
    beforeNext(service(TurnSender), 'send', () =>
      request(inbox.app.url).post('/api/v1/messages').set(salon.auth).send(fields).expect(201),
    );
    await tap(customer, /^Yes$/);
    await published();
    await jobs().drain({ includeDelayed: true });
    const texts = await said(customer);
    expect(texts.filter((text) => text.startsWith('Booked'))).toEqual([]);
    expect(texts.filter((text) => NOTICE.test(text))).toHaveLength(1);
    expect(await noticesOf(customer)).toMatchObject([{ message: { state: 'posted', reason: null } }]);
  });
});
