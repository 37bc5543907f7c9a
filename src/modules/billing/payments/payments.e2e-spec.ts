import request from 'supertest';
import { aStaffMember, type LoggedIn, registerCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { AccountDto, DailyCloseDto, MoneyReportDto } from './dto/report.dto.js';
import type { PaymentDto, PaymentPageDto } from './dto/payment.dto.js';

const PRICE = 8_000;
const FIRST_HOUR = 9;
const HOURS_A_DAY = 8;
const POLICY = {
  ...{ free_cancel_hours: 720, free_reschedule_hours: 720, max_reschedules: 3 },
  ...{ late_fee_percent: 50, no_show_fee_percent: 100 },
};

describe('payments at the desk', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let contactId: string;
  let visitId: string;
  let visits = 0;

  const post = (path: string, body: object, by: Pick<LoggedIn, 'auth'> = salon) =>
    request(app.url).post(`/api/v1${path}`).set(by.auth).send(body);
  const get = (path: string, by: Pick<LoggedIn, 'auth'> = salon) => request(app.url).get(`/api/v1${path}`).set(by.auth);
  const take = async (amount: number, more: object = {}): Promise<PaymentDto> =>
    (await post('/payments', { appointment_id: visitId, amount, method: 'desk', ...more }).expect(201)).body;
  const accountOf = async (id: string): Promise<AccountDto> =>
    (await get(`/payments/appointments/${id}/account`)).body as AccountDto;
  const owed = async (): Promise<number> => (await accountOf(visitId)).owed;

  beforeAll(async () => {
    app = await startTestApp();
    salon = await aPublicSalon(app, {}, { price: PRICE, policy: POLICY });
    ({ _id: contactId } = await aContact(app, salon, { full_name: 'João Conceição' }));
  });
  beforeEach(async () => {
    const hour = String(FIRST_HOUR + (visits % HOURS_A_DAY)).padStart(2, '0');
    const starts_at = `${aWeekday(Math.floor(visits++ / HOURS_A_DAY))}T${hour}:00:00.000Z`;
    const body = { service_id: salon.serviceId, contact_id: contactId, starts_at };
    visitId = (await post('/appointments', body).expect(201)).body.appointment._id as string;
  });
  afterAll(() => app.close());

  it('are received at once, and lower what the visit owes', async () => {
    expect(await owed()).toBe(PRICE);
    const socket = await StaffSocket.connect(app, salon.tokens.accessToken);
    const payment = await take(3_000, { desk_method: 'card' });
    expect(payment).toMatchObject({
      ...{ status: 'received', method: 'desk', desk_method: 'card', received: 3_000, refundable: 3_000 },
      ...{ contact_id: contactId, appointment_id: visitId, currency: 'USD', created_by: salon.user._id },
    });
    expect(await socket.next('payment:updated')).toMatchObject({ payment: { _id: payment._id, status: 'received' } });
    socket.close();
    expect(await owed()).toBe(PRICE - 3_000);
    await post('/payments', { appointment_id: visitId, amount: 5_001, method: 'desk' })
      .expect(409)
      .expect(({ body }) => expect(body).toMatchObject({ code: 'AMOUNT_TOO_HIGH', details: { owed: 5_000 } }));
    const { items } = (await get(`/payments?appointment_id=${visitId}`)).body as PaymentPageDto;
    expect(items).toMatchObject([{ _id: payment._id, contact: { full_name: 'João Conceição' } }]);
    expect((await get(`/payments/${payment._id}`)).body).toMatchObject({ _id: payment._id });
  });

  it('are taken once, also when three people take the owed amount at the same time', async () => {
    const body = { appointment_id: visitId, amount: PRICE, method: 'desk' };
    const statuses = await Promise.all([1, 2, 3].map(async () => (await post('/payments', body)).status));
    expect(statuses.sort()).toEqual([201, 409, 409]);
    expect(await owed()).toBe(0);
  });

  it('are found again by their client_key, also at the same time, but not for another request', async () => {
    const body = { contact_id: contactId, amount: 500, method: 'desk', client_key: `key of ${visitId}` };
    const ids = await Promise.all([1, 2, 3].map(async () => (await post('/payments', body).expect(201)).body._id));
    expect(new Set(ids).size).toBe(1);
    await post('/payments', { ...body, amount: 501 }).expect(409);
    await post('/payments', { appointment_id: visitId, amount: 500, method: 'desk', client_key: body.client_key })
      .expect(409)
      .expect(({ body: answer }) => expect(answer.code).toBe('CLIENT_KEY_REUSED'));
  });

  it('are never paid back twice, however many refunds come at the same time', async () => {
    const { _id } = await take(PRICE);
    const refund = async () => (await post(`/payments/${_id}/refund`, { amount: 3_000 })).status;
    const statuses = await Promise.all(Array.from({ length: 6 }, refund));
    expect(statuses.filter((status) => status === 200)).toHaveLength(2);
    expect((await get(`/payments/${_id}`)).body).toMatchObject({
      status: 'received',
      refunded: 6_000,
      refundable: 2_000,
    });
    expect((await post(`/payments/${_id}/refund`, {}).expect(200)).body).toMatchObject({ status: 'refunded' });
    expect(await owed()).toBe(PRICE);
  });

  it('of a cancelled visit leave the fee, and the rest is a credit', async () => {
    await take(PRICE);
    await post(`/appointments/${visitId}/cancel`, {}).expect(200);
    const { fees, charges, owed: left } = await accountOf(visitId);
    expect({ charges, left: left + PRICE - fees }).toEqual({ charges: 0, left: 0 });
  });

  it('may be taken by staff, and paid back by managers only', async () => {
    const staff = await aStaffMember(app, salon);
    const manager = await aStaffMember(app, salon, { role: 'manager' });
    const body = { appointment_id: visitId, amount: 100, method: 'desk' };
    const { _id } = (await post('/payments', body, staff).expect(201)).body as PaymentDto;
    await post(`/payments/${_id}/refund`, {}, staff).expect(403);
    await get('/payments/report', staff).expect(403);
    await get('/payments/close', staff).expect(200);
    await post(`/payments/${_id}/cancel`, {}, staff).expect(409);
    await post(`/payments/${_id}/refund`, {}, manager).expect(200);
  });

  it('are unknown to another company', async () => {
    const { _id } = await take(100);
    const other = await registerCompany(app);
    await get(`/payments/${_id}`, other).expect(404);
    await get(`/payments/${_id}/receipt.pdf`, other).expect(404);
    await get(`/payments/appointments/${visitId}/account`, other).expect(404);
    await post(`/payments/${_id}/refund`, {}, other).expect(404);
    await post('/payments', { appointment_id: visitId, amount: 100, method: 'desk' }, other).expect(404);
    expect((await get('/payments', other)).body.items).toEqual([]);
    expect((await get('/payments/close', other)).body).toMatchObject({ net: 0, by_method: [] });
  });

  it('have a receipt as a PDF', async () => {
    const { _id } = await take(100);
    const { body, headers } = await get(`/payments/${_id}/receipt.pdf`).buffer(true).expect(200);
    expect(headers['content-type']).toBe('application/pdf');
    expect((body as Buffer).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('make the daily close, the report, the file and the dashboard, which agree with the list', async () => {
    await take(200, { desk_method: 'transfer', description: '=SUM(A1)' });
    const all: PaymentDto[] = (await get('/payments?limit=100')).body.items;
    const net = all.reduce((total, { received, refunded }) => total + received - refunded, 0);
    const close = (await get('/payments/close').expect(200)).body as DailyCloseDto;
    expect(close.net).toBe(net);
    expect(close.by_method.find(({ desk_method }) => desk_method === 'transfer')).toMatchObject({ count: 1, net: 200 });
    const report = (await get('/payments/report').expect(200)).body as MoneyReportDto;
    expect([report.net, report.by_month.length]).toEqual([net, 1]);
    const { text } = await get('/payments/export.csv').buffer(true).expect(200);
    expect(text).toContain('desk: transfer,2.00,USD,João Conceição');
    expect(text).toContain("'=SUM(A1)");
    expect((await get('/dashboard/stats').expect(200)).body.revenue).toBe(net);
    await get('/payments/report?from=2020-01-01&to=2030-01-01').expect(400);
  });

  it('stay in the books without a name after the customer is deleted', async () => {
    const { _id: goneId } = await aContact(app, salon, { full_name: 'Gone Dias' });
    const body = { contact_id: goneId, amount: 700, method: 'desk', description: 'for Gone Dias' };
    const { _id } = (await post('/payments', body).expect(201)).body as PaymentDto;
    await request(app.url).delete(`/api/v1/contacts/${goneId}`).set(salon.auth).expect(204);
    const { contact_id, description, received } = (await get(`/payments/${_id}`)).body as PaymentDto;
    expect({ contact_id, description, received }).toEqual({ contact_id: null, description: null, received: 700 });
  });

  it('need a provider for PIX, and either an appointment or a contact', async () => {
    const body = { amount: 100, method: 'desk' };
    await post('/payments', body).expect(400);
    await post('/payments', { ...body, contact_id: contactId, appointment_id: visitId }).expect(400);
    await post('/payments', { ...body, contact_id: contactId, method: 'pix' }).expect(409);
  });
});
