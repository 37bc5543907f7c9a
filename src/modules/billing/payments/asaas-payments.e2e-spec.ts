import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import type { PaymentDto } from './dto/payment.dto.js';
import type { AccountDto } from './dto/report.dto.js';
import { PaymentPoller } from './provider/payment-poller.js';
import { PaymentEventsService } from './webhook/payment-events.service.js';

const AMOUNT = 9_000;
const TAX_ID = '24971563792';
const HOUR_MS = 3_600_000;

describe('payments by Asaas', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let contactId: string;

  const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object, by: LoggedIn = company) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(by.auth).send(body);
  const charge = async (fields: object = {}, status = 201): Promise<PaymentDto> => {
    const body = { contact_id: contactId, amount: AMOUNT, method: 'pix', tax_id: TAX_ID, ...fields };
    return (await send('post', '/payments', body).expect(status)).body as PaymentDto;
  };
  const read = async ({ _id }: Pick<PaymentDto, '_id'>): Promise<PaymentDto> =>
    (await send('get', `/payments/${_id}`).expect(200)).body as PaymentDto;
  const remoteOf = ({ _id }: Pick<PaymentDto, '_id'>) => inbox.sandbox.asaas.findByReference(_id)!;
  const move = (payment: PaymentDto, status: string, event: string) =>
    inbox.sandbox.asaas.move(remoteOf(payment).id, status, event);
  /** All deliveries have arrived, and their events are worked on. */
  const settled = async (): Promise<void> => {
    await inbox.sandbox.asaas.webhooks.idle();
    await inbox.app.app.get(PaymentEventsService).idle();
  };
  const pay = async (payment: PaymentDto): Promise<PaymentDto> => {
    move(payment, 'RECEIVED', 'PAYMENT_RECEIVED');
    await settled();
    return read(payment);
  };

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app, { country: 'BR' });
    ({ _id: contactId } = await aContact(inbox.app, company, { full_name: 'João Conceição' }));
    await send('put', '/integrations/asaas', { api_key: ASAAS_KEY, environment: 'sandbox' }).expect(200);
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(() => inbox.close());

  it('are connected by a key that is proved, kept secret, and brings a webhook', async () => {
    const { body } = await send('get', '/integrations/asaas').expect(200);
    expect(body).toMatchObject({ connected: true, webhook_registered: true, environment: 'sandbox', last_error: null });
    expect(JSON.stringify(body)).not.toContain(ASAAS_KEY);
    await send('put', '/integrations/asaas', { api_key: ASAAS_KEY, environment: 'sandbox' }).expect(200);
    const { webhooks } = inbox.sandbox.asaas.accountOf(ASAAS_KEY);
    expect(webhooks).toHaveLength(1);
    expect(webhooks[0]?.authToken.length).toBeGreaterThanOrEqual(32);
    const refused = { api_key: '$aact_refused_key', environment: 'sandbox' };
    await send('put', '/integrations/asaas', refused).expect(422);
    const { items } = (await send('get', '/integrations').expect(200)).body as { items: { name: string }[] };
    expect(items).toContainEqual(expect.objectContaining({ name: 'Asaas', state: 'live' }));
    const raw = await openRawDatabase(inbox.app);
    const stored = await raw.db.collection('payment_connections').findOne({});
    await raw.close();
    expect(JSON.stringify(stored)).not.toContain(ASAAS_KEY);
  });

  it('show a PIX code, and are received when the customer has paid', async () => {
    const payment = await charge();
    expect(payment).toMatchObject({ status: 'pending', received: 0, checkout: { problem: null } });
    expect(payment.checkout?.code).toMatch(/^000201/);
    expect(payment.checkout?.qr_image).toMatch(/^iVBORw0KGgo/);
    expect(await pay(payment)).toMatchObject({ status: 'received', received: AMOUNT, refundable: AMOUNT });
    const { body: close } = await send('get', '/payments/close').expect(200);
    expect(close.by_method).toContainEqual(expect.objectContaining({ method: 'pix' }));
  });

  it('have one customer at Asaas, and a line for a boleto', async () => {
    const boleto = await charge({ method: 'boleto', tax_id: undefined });
    expect(boleto.checkout?.code).toMatch(/^34191/);
    expect(boleto.checkout?.slip_url).toMatch(/^http/);
    await Promise.all([charge(), charge()]);
    const { customers } = inbox.sandbox.asaas.accountOf(ASAAS_KEY);
    expect(customers.filter((one) => one.externalReference === contactId)).toHaveLength(1);
  });

  it('tell why Asaas refused, and can be repeated with the CPF that was missing', async () => {
    const { _id } = await aContact(inbox.app, company, { full_name: 'Nova Dias' });
    const { body } = await send('post', '/payments', { contact_id: _id, amount: AMOUNT, method: 'pix' }).expect(422);
    expect(body).toMatchObject({ code: 'PROVIDER_REFUSED', message: expect.stringContaining('CPF') });
    await charge({ contact_id: _id });
    await charge({ amount: 499 }, 422);
  });

  it('count once, although each event comes three times, in any order', async () => {
    inbox.sandbox.asaas.webhooks.knobs.hold = true;
    inbox.sandbox.asaas.webhooks.knobs.duplicate = 2;
    const payment = await charge();
    move(payment, 'OVERDUE', 'PAYMENT_OVERDUE');
    move(payment, 'RECEIVED', 'PAYMENT_RECEIVED');
    await send('post', `/payments/${payment._id}/refund`, { amount: 2_000 }).expect(409);
    for (const seed of [1, 2, 3]) {
      inbox.sandbox.asaas.webhooks.release(seed);
      await settled();
      expect(await read(payment)).toMatchObject({ status: 'received', received: AMOUNT, refunded: 0 });
    }
  });

  it('are found by asking, if every event is lost', async () => {
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    const payment = await charge();
    move(payment, 'RECEIVED', 'PAYMENT_RECEIVED');
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'pending' });
    await inbox.app.app.get(PaymentPoller).poll(new Date(Date.now() + HOUR_MS));
    expect(await read(payment)).toMatchObject({ status: 'received', received: AMOUNT });
  });

  it('are paid back at Asaas, never more than came in, however many refunds come at once', async () => {
    const payment = await charge();
    await pay(payment);
    const refund = async () => (await send('post', `/payments/${payment._id}/refund`, { amount: 4_000 })).status;
    const statuses = await Promise.all([refund(), refund(), refund(), refund()]);
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'received', refunded: 8_000, refundable: 1_000 });
    expect(remoteOf(payment).refunds?.map(({ value }) => value)).toEqual([40, 40]);
    await send('post', `/payments/${payment._id}/refund`, {}).expect(200);
    expect(await read(payment)).toMatchObject({ status: 'refunded', refundable: 0 });
    expect(remoteOf(payment).status).toBe('REFUNDED');
  });

  it('are made and paid back once, although the answers of Asaas are lost', async () => {
    inbox.sandbox.asaas.knobs.mode = 'accept_then_drop';
    const payment = await charge();
    expect(payment).toMatchObject({ status: 'pending', checkout: { code: null } });
    inbox.sandbox.asaas.knobs.mode = 'ok';
    const poll = () => inbox.app.app.get(PaymentPoller).poll(new Date(Date.now() + HOUR_MS));
    await poll();
    expect((await read(payment)).checkout?.code).toMatch(/^000201/);
    const { payments } = inbox.sandbox.asaas.accountOf(ASAAS_KEY);
    expect(payments.filter((one) => one.externalReference === payment._id)).toHaveLength(1);
    await pay(payment);
    inbox.sandbox.asaas.knobs.mode = 'accept_then_drop';
    await send('post', `/payments/${payment._id}/refund`, { amount: 1_000 }).expect(200);
    inbox.sandbox.asaas.knobs.mode = 'ok';
    await poll();
    await poll();
    expect(await read(payment)).toMatchObject({ refunded: 1_000, refunds: [{ status: 'done' }] });
    expect(remoteOf(payment).refunds).toHaveLength(1);
  });

  it('follow a chargeback, and its reversal', async () => {
    const payment = await charge({ method: 'card' });
    move(payment, 'CONFIRMED', 'PAYMENT_CONFIRMED');
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'confirmed', received: AMOUNT });
    move(payment, 'CHARGEBACK_REQUESTED', 'PAYMENT_CHARGEBACK_REQUESTED');
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'refunded', refunded: AMOUNT });
    move(payment, 'RECEIVED', 'PAYMENT_RECEIVED');
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'received', refunded: 0 });
  });

  it('can be cancelled until they are paid', async () => {
    const payment = await charge();
    expect((await send('post', `/payments/${payment._id}/cancel`).expect(200)).body).toMatchObject({
      status: 'cancelled',
    });
    expect(remoteOf(payment).deleted).toBe(true);
    const paid = await charge();
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    move(paid, 'RECEIVED', 'PAYMENT_RECEIVED');
    await send('post', `/payments/${paid._id}/cancel`).expect(409);
    expect(await read(paid)).toMatchObject({ status: 'received', received: AMOUNT });
  });

  it('believe only the company’s own token, store unknown events, and always answer 200 to them', async () => {
    const [webhook] = inbox.sandbox.asaas.accountOf(ASAAS_KEY).webhooks;
    const { pathname } = new URL(webhook!.url);
    const post = (token: string, body: object, path = pathname) =>
      request(inbox.app.url).post(path).set('asaas-access-token', token).send(body);
    const event = { id: 'evt_1&2', event: 'SOMETHING_NEW', payment: {} };
    await post(webhook!.authToken, event).expect(200);
    await post(webhook!.authToken, event).expect(200);
    await post(webhook!.authToken, { ...event, id: 'evt_2', payment: { externalReference: 'x', id: 7 } }).expect(200);
    await post('another-token-that-is-long-enough-000', event).expect(401);
    await post(webhook!.authToken, event, `${pathname}x`).expect(404);
    await settled();
    const raw = await openRawDatabase(inbox.app);
    const stored = await raw.db.collection('payment_events').find({ event: 'SOMETHING_NEW' }).toArray();
    await raw.close();
    expect(stored.map(({ state }) => state as string)).toEqual(['ignored', 'ignored']);
  });

  it('of another company are not touched by events that name them', async () => {
    const payment = await charge();
    const other = await registerCompany(inbox.app, { country: 'BR' });
    const key = `${ASAAS_KEY}_of_another`;
    await send('put', '/integrations/asaas', { api_key: key, environment: 'sandbox' }, other).expect(200);
    const [webhook] = inbox.sandbox.asaas.accountOf(key).webhooks;
    await request(inbox.app.url)
      .post(new URL(webhook!.url).pathname)
      .set('asaas-access-token', webhook!.authToken)
      .send({ id: 'evt_forged', event: 'PAYMENT_RECEIVED', payment: { externalReference: payment._id, id: 'pay_0' } })
      .expect(200);
    await settled();
    expect(await read(payment)).toMatchObject({ status: 'pending', received: 0 });
    await send('delete', '/integrations/asaas', undefined, other).expect(204);
    expect(inbox.sandbox.asaas.accountOf(key).webhooks).toEqual([]);
  });

  it('add up to what Asaas has', async () => {
    const account = (await send('get', `/payments/contacts/${contactId}/account`).expect(200)).body as AccountDto;
    const ours = account.entries.reduce((sum, { amount }) => sum + amount, 0);
    const theirs = inbox.sandbox.asaas
      .accountOf(ASAAS_KEY)
      .payments.filter(({ status, customer }) => status === 'RECEIVED' && customer === customerOfContact())
      .reduce((sum, { value, refunds }) => sum + value - (refunds ?? []).reduce((all, one) => all + one.value, 0), 0);
    expect(ours).toBe(Math.round(theirs * 100));
    function customerOfContact(): string | undefined {
      return inbox.sandbox.asaas.accountOf(ASAAS_KEY).customers.find((one) => one.externalReference === contactId)?.id;
    }
  });
});
