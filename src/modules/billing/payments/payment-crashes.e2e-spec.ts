import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { startSandboxForApp } from '../../../../test/support/inbox.js';
import { WebhookRelay } from '../../../../test/support/webhook-relay.js';
import type { PaymentDto } from './dto/payment.dto.js';
import { PaymentPoller } from './provider/payment-poller.js';
import { PaymentEventsService } from './webhook/payment-events.service.js';

const AMOUNT = 9_000;
const HOUR_MS = 3_600_000;

/** Two processes on one database; the one that works on a payment is killed. */
describe('a process that is killed while it works on a payment', () => {
  let processes: DoomedProcesses;
  let relay: WebhookRelay;
  let sandbox: Awaited<ReturnType<typeof startSandboxForApp>>['sandbox'];
  let company: RegisteredCompany;
  let contactId: string;

  beforeAll(async () => {
    relay = await WebhookRelay.open();
    const started = await startSandboxForApp(relay.url);
    ({ sandbox } = started);
    processes = await DoomedProcesses.open({ ...started.metaEnv, PORT: '0' });
    relay.target = processes.survivor.url;
    company = await registerCompany(processes.survivor, { country: 'BR' });
    ({ _id: contactId } = await aContact(processes.survivor, company, { full_name: 'Ana Lima' }));
    await send('put', '/integrations/asaas', { api_key: ASAAS_KEY, environment: 'sandbox' }).expect(200);
    // Events arrive only when a test delivers them.
    sandbox.asaas.webhooks.knobs.lose = true;
  });
  afterAll(async () => {
    await relay.close();
    await sandbox.close();
    await processes.close();
  });

  const send = (method: 'get' | 'post' | 'put', path: string, body?: object, url = processes.survivor.url) =>
    request(url)[method](`/api/v1${path}`).set(company.auth).send(body);
  const charge = (client_key: string, url?: string): request.Test => {
    const body = { contact_id: contactId, amount: AMOUNT, method: 'pix', tax_id: '24971563792', client_key };
    return send('post', '/payments', body, url);
  };
  const read = async (id: string): Promise<PaymentDto> => (await send('get', `/payments/${id}`).expect(200)).body;
  const poll = (): Promise<void> =>
    processes.survivor.app.get(PaymentPoller, { strict: false }).poll(new Date(Date.now() + HOUR_MS));
  const aPaidOne = async (client_key: string): Promise<string> => {
    const { body } = await charge(client_key).expect(201);
    sandbox.asaas.move(sandbox.asaas.findByReference(body._id)!.id, 'RECEIVED', 'PAYMENT_RECEIVED');
    return String(body._id);
  };

  it('charges once, also when the request is repeated', async () => {
    await processes.killedAt('payment.charged', (url) => charge('charged', url));
    const { body } = await charge('charged').expect(201);
    const ofPayment = sandbox.asaas
      .accountOf(ASAAS_KEY)
      .payments.filter(({ externalReference }) => externalReference === body._id);
    expect(ofPayment).toHaveLength(1);
    expect(body).toMatchObject({ status: 'pending', checkout: { code: expect.stringMatching(/^000201/) } });
  });

  it('pays back once', async () => {
    const id = await aPaidOne('refunded');
    await poll();
    await processes.killedAt('payment.refunded', (url) =>
      send('post', `/payments/${id}/refund`, { amount: 4_000 }, url),
    );
    await poll();
    expect(await read(id)).toMatchObject({ status: 'received', refunded: 4_000, refundable: 5_000 });
    expect(sandbox.asaas.findByReference(id)!.refunds?.map(({ value }) => value)).toEqual([40]);
  });

  it('counts the money of an event that it has stored', async () => {
    const id = await aPaidOne('event');
    const [webhook] = sandbox.asaas.accountOf(ASAAS_KEY).webhooks;
    const event = { id: 'evt_1', event: 'PAYMENT_RECEIVED', payment: { externalReference: id } };
    await processes.killedAt('payment.event_stored', (url) =>
      request(url).post(new URL(webhook!.url).pathname).set('asaas-access-token', webhook!.authToken).send(event),
    );
    expect(await read(id)).toMatchObject({ status: 'pending' });
    await processes.survivor.app.get(PaymentEventsService, { strict: false }).sweep(Date.now() + HOUR_MS);
    expect(await read(id)).toMatchObject({ status: 'received', received: AMOUNT });
  });
});
