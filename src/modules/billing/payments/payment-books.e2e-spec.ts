import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aSchedule, aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import type { PaymentDto } from './dto/payment.dto.js';
import { PaymentsRepository } from './payments.repository.js';
import { type Charge, PaymentProvider } from './provider/payment-provider.js';
import { ProviderSync } from './provider/provider-sync.service.js';
import { PaymentEventsService } from './webhook/payment-events.service.js';

const AMOUNT = 9_000;
const DAY_MS = 86_400_000;
const NAME = 'Gone Dias';

describe('the books of payments', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let contactId: string;

  const send = (
    method: 'get' | 'post' | 'put' | 'delete',
    path: string,
    body?: object,
    auth: Record<string, string> = company.auth,
  ) => request(inbox.app.url)[method](`/api/v1${path}`).set(auth).send(body);
  const charge = async (description = 'Bath'): Promise<PaymentDto> => {
    const body = { contact_id: contactId, amount: AMOUNT, method: 'pix', tax_id: '24971563792', description };
    return (await send('post', '/payments', body).expect(201)).body as PaymentDto;
  };
  const read = async ({ _id }: Pick<PaymentDto, '_id'>): Promise<PaymentDto> =>
    (await send('get', `/payments/${_id}`).expect(200)).body as PaymentDto;
  const remoteOf = ({ _id }: Pick<PaymentDto, '_id'>) => inbox.sandbox.asaas.findByReference(_id)!;
  const move = (payment: PaymentDto, status: string) =>
    inbox.sandbox.asaas.move(remoteOf(payment).id, status, 'PAYMENT_RECEIVED');
  const scope = (): CompanyScope => CompanyScope.of(company.user.company_id);
  const sync = ({ _id }: PaymentDto) => inbox.app.app.get(ProviderSync).sync(scope(), toObjectId(_id));

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app, { country: 'BR' });
    await send('put', '/integrations/asaas', { api_key: ASAAS_KEY, environment: 'sandbox' }).expect(200);
  });
  beforeEach(async () => {
    ({ _id: contactId } = await aContact(inbox.app, company, { full_name: NAME }));
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(() => inbox.close());

  const aPaidOne = async (description?: string): Promise<PaymentDto> => {
    const payment = await charge(description);
    move(payment, 'RECEIVED');
    await sync(payment);
    return payment;
  };
  const dayBefore = (days: number): string =>
    new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
  const closeOf = async (date: string) => (await send('get', `/payments/close?date=${date}`).expect(200)).body;

  it('have money on the days on which Asaas has it', async () => {
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    const payment = await charge();
    move(payment, 'RECEIVED');
    const remote = remoteOf(payment);
    remote.clientPaymentDate = dayBefore(5);
    await sync(payment);
    const refund = { dateCreated: `${dayBefore(3)} 10:00:00`, status: 'DONE' as const, value: 20, description: null };
    remote.refunds = [refund];
    await sync(payment);
    expect((await read(payment)).received_at).toContain(dayBefore(5));
    expect(await closeOf(dayBefore(5))).toMatchObject({ received: AMOUNT, refunded: 0 });
    expect(await closeOf(dayBefore(3))).toMatchObject({ received: 0, refunded: 2_000 });
  });

  it('show names only to a key that may read contacts', async () => {
    const payment = await aPaidOne();
    const seenBy = async (...more: string[]) => {
      const permissions = ['dashboard:read', 'payments:read', ...more];
      const { body } = await send('post', '/api-keys', { name: 'Books', permissions }).expect(201);
      const auth = { authorization: `Bearer ${body.key}` };
      const { text } = await send('get', '/payments/export.csv', undefined, auth).buffer(true).expect(200);
      const path = `/payments/${payment._id}/receipt.pdf`;
      const pdf = await send('get', path, undefined, auth).buffer(true).expect(200);
      return { hasName: text.includes(NAME), length: (pdf.body as Buffer).length };
    };
    const [without, withNames] = [await seenBy(), await seenBy('contacts:read')];
    expect([without.hasName, withNames.hasName]).toEqual([false, true]);
    expect(without.length).toBeLessThan(withNames.length);
  });

  it('keep nothing of a deleted customer, also when a payment is read again', async () => {
    const open = await charge(NAME);
    const paid = await aPaidOne(NAME);
    await send('post', `/payments/${paid._id}/refund`, { amount: 100, reason: NAME }).expect(200);
    await inbox.sandbox.asaas.webhooks.idle();
    await inbox.app.app.get(PaymentEventsService).idle();
    expect((await read(open)).checkout?.pay_url).not.toBeNull();
    await send('delete', `/contacts/${contactId}`).expect(204);
    await sync(open);
    const nothing = { pay_url: null, slip_url: null, qr_image: null, code: null, problem: null };
    expect(await read(open)).toMatchObject({ description: null, checkout: nothing });
    expect(await read(paid)).toMatchObject({ refunds: [{ reason: null, amount: 100 }], checkout: nothing });
    const raw = await openRawDatabase(inbox.app);
    const events = await raw.db.collection('payment_events').find({}).toArray();
    await raw.close();
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain(NAME);
  });

  it('give no receipt for money that was not received after all', async () => {
    const payment = await aPaidOne();
    await send('get', `/payments/${payment._id}/receipt.pdf`).expect(200);
    move(payment, 'PENDING');
    await sync(payment);
    await send('get', `/payments/${payment._id}/receipt.pdf`).expect(409);
  });

  it('are read without pictures', async () => {
    await aPaidOne();
    const [from, to] = [new Date(Date.now() - DAY_MS), new Date(Date.now() + DAY_MS)];
    const [moved] = await inbox.app.app.get(PaymentsRepository).movedBetween(scope(), from, to);
    expect(Object.keys(moved!)).not.toContain('provider');
  });

  it('are not touched by a process that has lost its lock', async () => {
    const payment = await aPaidOne();
    const provider = inbox.app.app.get(PaymentProvider);
    const access = { apiKey: ASAAS_KEY, environment: 'sandbox' as const };
    const customer = { reference: contactId, name: NAME, email: null, taxId: null };
    const charged: Charge = {
      ...{ reference: contactId, method: 'pix', amount: AMOUNT, description: null, dueDate: '2099-01-01', customer },
    };
    const lost = AbortSignal.abort();
    await expect(provider.charge(access, charged, lost)).rejects.toThrow();
    await expect(provider.refund(access, remoteOf(payment).id, { key: contactId, amount: 1 }, lost)).rejects.toThrow();
    expect(inbox.sandbox.asaas.findByReference(contactId)).toBeUndefined();
    expect(remoteOf(payment).refunds).toBeNull();
  });

  it('refuse money for a visit whose price an open request covers, until that is cancelled', async () => {
    await aSchedule(inbox.app, company, company.user._id);
    const { _id: service_id } = await aService(inbox.app, company, { price: AMOUNT });
    const visit = { service_id, contact_id: contactId, starts_at: `${aWeekday()}T15:00:00.000Z` };
    const { body } = await send('post', '/appointments', visit).expect(201);
    const atDesk = { appointment_id: body.appointment._id as string, amount: AMOUNT, method: 'desk' };
    const request = { ...atDesk, method: 'pix', tax_id: '24971563792' };
    const open = (await send('post', '/payments', request).expect(201)).body as PaymentDto;
    const { body: refused } = await send('post', '/payments', atDesk).expect(409);
    expect(refused).toMatchObject({ code: 'REQUEST_OPEN', details: { requested: AMOUNT } });
    await send('post', '/payments', { ...request, amount: 1_000 }).expect(409);
    await send('post', `/payments/${open._id}/cancel`).expect(200);
    await send('post', '/payments', atDesk).expect(201);
  });
});
