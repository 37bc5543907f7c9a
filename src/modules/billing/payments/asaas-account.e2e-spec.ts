import request from 'supertest';
import { ASAAS_KEY, RENEWED } from '../../../../sandbox/asaas/asaas-fake.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import type { PaymentDto } from './dto/payment.dto.js';
import { PaymentPoller } from './provider/payment-poller.js';

const AMOUNT = 9_000;
const TAX_ID = '24971563792';
const HOUR_MS = 3_600_000;

describe('the account at Asaas', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let contactId: string;
  let key: string;
  let accounts = 0;

  const send = (method: 'get' | 'post' | 'put' | 'delete', path: string, body?: object) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth).send(body);
  const connect = (api_key: string, environment = 'sandbox') =>
    send('put', '/integrations/asaas', { api_key, environment });
  const charge = async (fields: object = {}): Promise<PaymentDto> => {
    const body = { contact_id: contactId, amount: AMOUNT, method: 'pix', tax_id: TAX_ID, ...fields };
    return (await send('post', '/payments', body).expect(201)).body as PaymentDto;
  };
  const aPaidOne = async (): Promise<PaymentDto> => {
    const payment = await charge();
    inbox.sandbox.asaas.move(remoteOf(payment).id, 'RECEIVED', 'PAYMENT_RECEIVED');
    await poll();
    return payment;
  };
  const read = async ({ _id }: Pick<PaymentDto, '_id'>): Promise<PaymentDto> =>
    (await send('get', `/payments/${_id}`).expect(200)).body as PaymentDto;
  const remoteOf = ({ _id }: Pick<PaymentDto, '_id'>) => inbox.sandbox.asaas.findByReference(_id)!;
  const poll = (): Promise<void> => inbox.app.app.get(PaymentPoller).poll(new Date(Date.now() + HOUR_MS));
  const inDatabase = async <T>(
    work: (db: Awaited<ReturnType<typeof openRawDatabase>>['db']) => Promise<T>,
  ): Promise<T> => {
    const raw = await openRawDatabase(inbox.app);
    return work(raw.db).finally(() => raw.close());
  };

  beforeAll(async () => {
    inbox = await startInbox();
  });
  beforeEach(async () => {
    company = await registerCompany(inbox.app, { country: 'BR' });
    ({ _id: contactId } = await aContact(inbox.app, company, { full_name: 'João Conceição' }));
    key = `${ASAAS_KEY}_${++accounts}`;
    await connect(key).expect(200);
    // Payments are found by asking.
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(() => inbox.close());

  it('pays a refund back once, although it is asked for twice with one key', async () => {
    const payment = await aPaidOne();
    const refund = (body: object) => send('post', `/payments/${payment._id}/refund`, body);
    const body = { amount: 2_000, client_key: 'one dialog' };
    await Promise.all([refund(body).expect(200), refund(body).expect(200)]);
    expect((await refund(body).expect(200)).body).toMatchObject({ refunded: 2_000, refunds: [{ status: 'done' }] });
    expect(remoteOf(payment).refunds).toHaveLength(1);
    expect((await refund({ ...body, amount: 2_001 }).expect(409)).body.code).toBe('CLIENT_KEY_REUSED');
    await refund({ ...body, client_key: 'another dialog' }).expect(200);
    expect(remoteOf(payment).refunds).toHaveLength(2);
  });

  it('is not changed while payments are open, except for its key', async () => {
    const payment = await charge();
    const refused = await connect(`${ASAAS_KEY}_another`).expect(409);
    expect(refused.body).toMatchObject({ code: 'PAYMENTS_OPEN', details: { open: 1 } });
    await connect(key, 'production').expect(409);
    await send('delete', '/integrations/asaas').expect(409);
    await connect(key + RENEWED).expect(200);
    inbox.sandbox.asaas.move(remoteOf(payment).id, 'RECEIVED', 'PAYMENT_RECEIVED');
    await poll();
    expect(await read(payment)).toMatchObject({ status: 'received' });
    await connect(`${ASAAS_KEY}_another`).expect(200);
    await send('delete', '/integrations/asaas').expect(204);
  });

  it('stores no refund of a payment that it does not know, and may be disconnected', async () => {
    const payment = await aPaidOne();
    await connect(`${ASAAS_KEY}_another`).expect(200);
    const { body } = await send('post', `/payments/${payment._id}/refund`, {}).expect(422);
    expect(body).toMatchObject({ code: 'PROVIDER_REFUSED', message: expect.stringContaining('another account') });
    expect(await read(payment)).toMatchObject({ status: 'received', refunds: [] });
    await send('delete', '/integrations/asaas').expect(204);
  });

  it('that does not know a payment does not end it', async () => {
    const payment = await charge();
    const { payments } = inbox.sandbox.asaas.accountOf(key);
    const away = payments.splice(0);
    await poll();
    expect(await read(payment)).toMatchObject({
      status: 'pending',
      checkout: { problem: expect.stringContaining('another account') },
    });
    expect((await send('post', `/payments/${payment._id}/cancel`).expect(422)).body.code).toBe('PROVIDER_REFUSED');
    payments.push(...away);
    await poll();
    await send('post', `/payments/${payment._id}/cancel`).expect(200);
  });

  it.each(['missing', 'refused'])(
    'that is %s is not asked again for hours, until there is a key that works',
    async (how) => {
      const payment = await charge();
      const connection = await inDatabase(async (db) => {
        const all = db.collection('payment_connections');
        const found = await all.findOne({ company_id: { $exists: true } }, { sort: { _id: -1 } });
        if (how === 'missing') await all.deleteOne({ _id: found!._id });
        return found!;
      });
      if (how === 'refused') inbox.sandbox.asaas.refuse(key);
      await poll();
      const due = await inDatabase((db) => db.collection('payments').findOne({}, { sort: { _id: -1 } }));
      expect((due!['due_at'] as Date).getTime()).toBeGreaterThan(Date.now() + 5 * HOUR_MS);
      expect(await read(payment)).toMatchObject({ status: 'pending', checkout: { problem: expect.any(String) } });
      if (how === 'missing') await inDatabase((db) => db.collection('payment_connections').insertOne(connection));
      inbox.sandbox.asaas.move(remoteOf(payment).id, 'RECEIVED', 'PAYMENT_RECEIVED');
      await connect(key + RENEWED).expect(200);
      await inbox.app.app.get(PaymentPoller).poll();
      expect(await read(payment)).toMatchObject({ status: 'received' });
    },
  );

  it('refuses a PIX without a CPF, also when it is repeated, and keeps nothing from which a CPF can be guessed', async () => {
    const body = { contact_id: contactId, amount: AMOUNT, method: 'pix', client_key: 'first' };
    for (const more of [{}, {}, { tax_id: TAX_ID }]) {
      const { body: answer } = await send('post', '/payments', { ...body, ...more }).expect(422);
      expect(answer).toMatchObject({ code: 'PROVIDER_REFUSED', message: expect.stringContaining('CPF') });
    }
    await charge({ client_key: 'second' });
    await charge({ client_key: 'second', tax_id: undefined });
  });

  it('loses a payment that is cancelled, although the answer to its creation was lost', async () => {
    const payment = await charge();
    const created = { 'provider.id': remoteOf(payment).id };
    await inDatabase((db) => db.collection('payments').updateOne(created, { $set: { 'provider.id': null } }));
    inbox.sandbox.asaas.knobs.mode = 'accept_then_drop';
    const cancel = () => send('post', `/payments/${payment._id}/cancel`);
    expect((await cancel().expect(503)).body.code).toBe('PROVIDER_UNREACHABLE');
    expect(await read(payment)).toMatchObject({ status: 'pending' });
    inbox.sandbox.asaas.knobs.mode = 'ok';
    expect((await cancel().expect(200)).body).toMatchObject({ status: 'cancelled' });
    expect(inbox.sandbox.asaas.accountOf(key).payments).toMatchObject([{ deleted: true }]);
  });
});
