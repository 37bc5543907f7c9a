import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aSchedule, aService } from '../../../../test/builders/catalog.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aWeekday } from '../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { AppointmentOutbox } from '../../booking/appointments/publishing/appointment-outbox.js';
import type { PaymentDto } from './dto/payment.dto.js';
import { PaymentPoller } from './provider/payment-poller.js';

const HOUR_MS = 3_600_000;
const day = aWeekday();

describe('open payments of a cancelled appointment', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let contactId: string;
  let serviceId: string;

  const send = (method: 'get' | 'post' | 'put', path: string, body?: object) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth).send(body);
  const aVisitWithPix = async (time: string): Promise<{ id: string; payment: PaymentDto }> => {
    const booking = { service_id: serviceId, contact_id: contactId, starts_at: `${day}T${time}:00.000Z` };
    const { appointment } = (await send('post', '/appointments', booking).expect(201)).body;
    return { id: appointment._id, payment: await charge(appointment._id) };
  };
  const charge = async (appointment_id: string): Promise<PaymentDto> => {
    const body = { appointment_id, amount: 2_000, method: 'pix', tax_id: '24971563792' };
    return (await send('post', '/payments', body).expect(201)).body as PaymentDto;
  };
  const cancel = async (id: string): Promise<void> => {
    await send('post', `/appointments/${id}/cancel`, {}).expect(200);
    await inbox.app.app.get(AppointmentOutbox, { strict: false }).sweep(new Date(Date.now() + HOUR_MS));
  };
  const poll = (): Promise<void> => inbox.app.app.get(PaymentPoller).poll(new Date(Date.now() + HOUR_MS));
  const read = async ({ _id }: PaymentDto): Promise<PaymentDto> =>
    (await send('get', `/payments/${_id}`).expect(200)).body as PaymentDto;
  const remoteOf = ({ _id }: PaymentDto) => inbox.sandbox.asaas.findByReference(_id)!;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await registerCompany(inbox.app, { country: 'BR' });
    await aSchedule(inbox.app, company, company.user._id);
    ({ _id: serviceId } = await aService(inbox.app, company, { price: 9_000 }));
    ({ _id: contactId } = await aContact(inbox.app, company, { full_name: 'Ana Lima' }));
    await send('put', '/integrations/asaas', { api_key: ASAAS_KEY, environment: 'sandbox' }).expect(200);
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(() => inbox.close());

  it('end here and at Asaas', async () => {
    const { id, payment } = await aVisitWithPix('09:00');
    await cancel(id);
    await poll();
    expect(await read(payment)).toMatchObject({ status: 'cancelled' });
    expect(remoteOf(payment).deleted).toBe(true);
  });

  it('end later if Asaas does not answer', async () => {
    const { id, payment } = await aVisitWithPix('10:00');
    inbox.sandbox.asaas.knobs.mode = '500';
    await cancel(id);
    await poll();
    expect(await read(payment)).toMatchObject({ status: 'pending' });
    inbox.sandbox.asaas.knobs.mode = 'ok';
    await poll();
    expect(await read(payment)).toMatchObject({ status: 'cancelled' });
    expect(remoteOf(payment).deleted).toBe(true);
  });

  it('count as received if the customer was faster', async () => {
    const { id, payment } = await aVisitWithPix('11:00');
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    inbox.sandbox.asaas.move(remoteOf(payment).id, 'RECEIVED', 'PAYMENT_RECEIVED');
    await cancel(id);
    await poll();
    expect(await read(payment)).toMatchObject({ status: 'received', received: 2_000, refundable: 2_000 });
  });
});
