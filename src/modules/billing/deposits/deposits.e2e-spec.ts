import { Types } from 'mongoose';
import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { aDepositSalon, DEPOSIT, DepositWork, Payer, PRICE, TAX_ID } from '../../../../test/builders/deposits.js';
import { aWeekday, type PublicSalon, Visitor } from '../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import type { PaymentDto } from '../payments/dto/payment.dto.js';

const day = aWeekday();
const at = (time: string): string => `${day}T${time}:00.000Z`;

describe('deposits of the public page', () => {
  let inbox: Inbox;
  let salon: PublicSalon;
  let raw: RawDatabase;
  let work: DepositWork;

  const staff = (method: 'get' | 'post' | 'patch', path: string, body?: object) =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(salon.auth).send(body);
  const paymentsOf = async (filter: string): Promise<PaymentDto[]> =>
    (await staff('get', `/payments?${filter}`).expect(200)).body.items;
  const aPayer = (): Payer => new Payer(inbox.app, inbox.sandbox, salon);
  const statusOf = async (id: string): Promise<unknown> => {
    const found = await raw.db.collection('appointments').findOne({ _id: new Types.ObjectId(id) });
    return found?.['state'];
  };

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await aDepositSalon(inbox.app);
    raw = await openRawDatabase(inbox.app);
    work = new DepositWork(inbox, raw);
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(async () => {
    await raw.close();
    await inbox.close();
  });

  it('book the time when they are paid, and not before', async () => {
    const payer = aPayer();
    const demanded = await payer.demand(at('09:00'));
    expect(demanded).toMatchObject({ status: 'open', amount: DEPOSIT, currency: 'BRL', needs_tax_id: true, pix: null });
    await payer.charge('', 400);
    const open = await payer.begin(at('09:30'));
    expect(open).toMatchObject({ status: 'open', needs_tax_id: false, booked: null });
    expect(open.pix?.code).toMatch(/^000201/);
    expect(open.pix?.qr_image).toMatch(/^iVBORw0KGgo/);
    expect((await payer.charge()).pix).toEqual(open.pix);
    expect(payer.remote().value * 100).toBe(DEPOSIT);
    const [held] = (await staff('get', `/appointments?status=held`).expect(200)).body.items;
    expect(held).toMatchObject({ status: 'held' });
    payer.pay();
    await work.settled();
    const paid = await payer.read();
    expect(paid).toMatchObject({ status: 'booked', pix: null });
    expect(paid.booked).toMatchObject({ appointment: { status: 'confirmed', starts_at: at('09:30') } });
    const managed = await request(inbox.app.url).get(`/api/v1/public/manage/${paid.booked?.manage_token}`).expect(200);
    expect(managed.body.appointment.price).toBe(PRICE);
    const account = (await staff('get', `/payments/appointments/${payer.holdId}/account`).expect(200)).body;
    expect(account).toMatchObject({ charges: PRICE, received: DEPOSIT, owed: PRICE - DEPOSIT, requested: 0 });
  });

  it('need the CPF once, and are made once for two taps', async () => {
    const [payer, again] = [aPayer(), aPayer()];
    await payer.demand(at('10:00'));
    await payer.charge('11111111111111', 200);
    await payer.charge(undefined, 200);
    Object.assign(again, { email: payer.email });
    expect(await again.demand(at('10:30'))).toMatchObject({ needs_tax_id: false });
    await Promise.all([again.charge(undefined), again.charge(undefined)]);
    expect(await paymentsOf(`appointment_id=${again.holdId}`)).toHaveLength(1);
  });

  it('say why Asaas refuses, and can be tried again', async () => {
    const payer = aPayer();
    await payer.demand(at('11:00'));
    const refused = await payer.visitor.post(`holds/${payer.holdId}/payment`, {}).expect(422);
    expect(refused.body).toMatchObject({ code: 'PROVIDER_REFUSED', message: expect.stringContaining('CPF') });
    expect(await payer.charge(TAX_ID)).toMatchObject({ status: 'open', pix: { code: expect.any(String) } });
  });

  it('book once, although each event comes three times', async () => {
    inbox.sandbox.asaas.webhooks.knobs.duplicate = 2;
    const payer = aPayer();
    await payer.begin(at('11:30'));
    payer.pay();
    await work.settled();
    await Promise.all([1, 2, 3].map(() => work.sweep()));
    const { contact_id } = (await paymentsOf(`appointment_id=${payer.holdId}`))[0]!;
    const { items } = (await staff('get', `/appointments?contact_id=${contact_id}`).expect(200)).body;
    expect(items).toHaveLength(1);
    expect(
      (await receiveMails(inbox.app, payer.email)).filter(({ raw: text }) => text.includes('Your deposit')),
    ).toEqual([]);
  });

  it('free the time when the time to pay is over, and end the PIX at Asaas', async () => {
    const payer = aPayer();
    await payer.begin(at('12:00'));
    await work.expire(payer);
    inbox.sandbox.asaas.knobs.mode = '500';
    await work.sweep();
    expect(await payer.read()).toMatchObject({ status: 'expired', pix: null, booked: null });
    expect(payer.remote().deleted).toBe(false);
    inbox.sandbox.asaas.knobs.mode = 'ok';
    await work.sweepNow(payer);
    expect(payer.remote().deleted).toBe(true);
    expect((await paymentsOf(`appointment_id=${payer.holdId}`))[0]).toMatchObject({ status: 'cancelled' });
    await payer.charge(TAX_ID, 409);
    await aPayer().begin(at('12:00'));
  });

  it('book the same time again if the money comes late and the time is free', async () => {
    const payer = aPayer();
    await payer.begin(at('12:30'));
    await work.expire(payer);
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    payer.pay();
    await work.sweep();
    const paid = await payer.read();
    expect(paid).toMatchObject({ status: 'booked', booked: { appointment: { starts_at: at('12:30'), price: PRICE } } });
    const id = paid.booked!.appointment._id;
    expect(id).not.toBe(payer.holdId);
    const account = (await staff('get', `/payments/appointments/${id}/account`).expect(200)).body;
    expect(account).toMatchObject({ received: DEPOSIT, owed: PRICE - DEPOSIT });
  });

  it('are paid back, and the customer is told, if the money comes late and the time is taken', async () => {
    const payer = aPayer();
    await payer.begin(at('13:00'));
    await work.expire(payer);
    const other = aPayer();
    await other.begin(at('13:00'));
    other.pay();
    payer.pay();
    await work.settled();
    await work.sweep();
    expect(await other.read()).toMatchObject({ status: 'booked' });
    expect(await payer.read()).toMatchObject({ status: 'refunded', booked: null });
    expect(payer.remote().refunds?.map(({ value }) => value * 100)).toEqual([DEPOSIT]);
    await work.sweep();
    const mails = (await receiveMails(inbox.app, payer.email)).filter(({ raw: text }) =>
      text.includes('Your deposit is paid back'),
    );
    expect(mails).toHaveLength(1);
    const [payment] = await paymentsOf(`appointment_id=${payer.holdId}`);
    const account = (await staff('get', `/payments/contacts/${payment?.contact_id}/account`).expect(200)).body;
    expect(account).toMatchObject({ received: DEPOSIT, refunded: DEPOSIT, owed: 0 });
  });

  it('are paid back when the customer cancels free of charge, if the settings say so', async () => {
    const [first, second] = [aPayer(), aPayer()];
    const cancel = async (payer: Payer): Promise<void> => {
      const { booked } = await payer.read();
      await request(inbox.app.url).post(`/api/v1/public/manage/${booked?.manage_token}/cancel`).send({}).expect(200);
      await work.sweep();
      await work.sweep();
    };
    for (const [payer, time] of [
      [first, '13:30'],
      [second, '14:00'],
    ] as const) {
      await payer.begin(at(time));
      payer.pay();
      await work.settled();
    }
    await cancel(first);
    expect(first.remote().status).toBe('REFUNDED');
    await staff('patch', '/booking-settings', { deposit_refund: false }).expect(200);
    await cancel(second);
    expect(second.remote().status).toBe('RECEIVED');
    await staff('patch', '/booking-settings', { deposit_refund: true }).expect(200);
  });

  it('are seen and paid by their own visitor only', async () => {
    const payer = aPayer();
    await payer.begin(at('14:30'));
    const stranger = new Visitor(inbox.app, salon);
    await stranger.hold(at('15:00'));
    await stranger.get(`holds/${payer.holdId}/payment`).expect(404);
    await stranger.post(`holds/${payer.holdId}/payment`, { tax_id: TAX_ID }).expect(404);
    await stranger.get('holds/ffffffffffffffffffffffff/payment').expect(404);
  });

  it('end when the visitor gives the time back, and money after that goes back', async () => {
    const payer = aPayer();
    await payer.begin(at('15:30'));
    inbox.sandbox.asaas.webhooks.knobs.lose = true;
    payer.pay();
    await payer.visitor.delete(`holds/${payer.holdId}`).expect(204);
    await work.sweep();
    await work.sweep();
    expect(await statusOf(payer.holdId)).toBe('CANCELLED');
    expect(await payer.read()).toMatchObject({ status: 'refunded' });
    expect(payer.remote().status).toBe('REFUNDED');
  });

  it('are not demanded by a company that cannot take them', async () => {
    const other = await aDepositSalon(inbox.app, null);
    const visitor = new Visitor(inbox.app, other);
    const { hold } = (await visitor.hold(at('09:00'))).body as { hold: { deposit: number | null } };
    expect(hold.deposit).toBeNull();
    expect((await visitor.book(at('09:30'))).appointment['status']).toBe('confirmed');
    expect(inbox.sandbox.asaas.accountOf(ASAAS_KEY).payments.every(({ value }) => value * 100 === DEPOSIT)).toBe(true);
  });
});
