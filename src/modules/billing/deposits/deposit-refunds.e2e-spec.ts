import { Types } from 'mongoose';
import request from 'supertest';
import { aDepositSalon, DEPOSIT, DepositWork, Payer } from '../../../../test/builders/deposits.js';
import { aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { PaymentPoller } from '../payments/provider/payment-poller.js';

const HOUR_MS = 3_600_000;
const day = aWeekday();
const at = (time: string): string => `${day}T${time}:00.000Z`;

describe('a deposit of a visit that is cancelled', () => {
  let inbox: Inbox;
  let salon: PublicSalon;
  let raw: RawDatabase;
  let work: DepositWork;

  const staff = (method: 'get' | 'post' | 'patch', path: string, body?: object): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(salon.auth).send(body);
  const settings = (fields: object): request.Test => staff('patch', '/booking-settings', fields).expect(200);
  const aBooked = async (time: string): Promise<Payer> => {
    const payer = new Payer(inbox.app, inbox.sandbox, salon);
    await payer.begin(at(time));
    payer.pay();
    await work.settled();
    return payer;
  };
  const setPolicy = async ({ holdId }: Payer, policy: Record<string, number>): Promise<void> => {
    const fields = Object.fromEntries(Object.entries(policy).map(([name, value]) => [`policy.${name}`, value]));
    await raw.db.collection('appointments').updateOne({ _id: new Types.ObjectId(holdId) }, { $set: fields });
  };
  const cancelByLink = async (payer: Payer): Promise<void> => {
    const { booked } = await payer.read();
    await request(inbox.app.url).post(`/api/v1/public/manage/${booked?.manage_token}/cancel`).send({}).expect(200);
    await work.sweep();
  };
  const stateOf = async ({ holdId }: Payer): Promise<unknown> =>
    (await raw.db.collection('deposits').findOne({ _id: new Types.ObjectId(holdId) }))?.['state'];
  const refundsOf = (payer: Payer): [unknown, number][] =>
    (payer.remote().refunds ?? []).map(({ status, value }) => [status, Math.round(value * 100)]);

  beforeAll(async () => {
    inbox = await startInbox();
    salon = await aDepositSalon(inbox.app);
    raw = await openRawDatabase(inbox.app);
    work = new DepositWork(inbox, raw);
  });
  afterEach(() => inbox.sandbox.asaas.reset());
  afterAll(async () => {
    await work.settled();
    await raw.close();
    await inbox.close();
  });

  it('stays only as far as the customer owes a fee, also after a late cancellation', async () => {
    const [free, cheap, dear] = [await aBooked('09:00'), await aBooked('09:30'), await aBooked('10:00')];
    await setPolicy(free, { free_cancel_hours: 10_000 });
    await setPolicy(cheap, { free_cancel_hours: 10_000, late_fee_percent: 10 });
    await setPolicy(dear, { free_cancel_hours: 10_000, late_fee_percent: 50 });
    for (const payer of [free, cheap, dear]) await cancelByLink(payer);
    expect(refundsOf(free)).toEqual([['DONE', DEPOSIT]]);
    expect(refundsOf(cheap)).toEqual([['DONE', DEPOSIT - 800]]);
    expect(refundsOf(dear)).toEqual([]);
    expect(await stateOf(dear)).toBe('kept');
  });

  it('is paid back when the company cancels, though customers get no refund', async () => {
    await settings({ deposit_refund: false, public_approval: true });
    const [cancelled, declined, request_] = [await aBooked('10:30'), await aBooked('11:00'), await aBooked('11:30')];
    await settings({ public_approval: false });
    const byCustomer = await aBooked('12:00');
    await staff('patch', `/appointments/${cancelled.holdId}`, { status: 'confirmed' }).expect(200);
    await staff('post', `/appointments/${cancelled.holdId}/cancel`, {}).expect(200);
    await staff('patch', `/appointments/${declined.holdId}`, { status: 'cancelled' }).expect(200);
    await cancelByLink(request_);
    await cancelByLink(byCustomer);
    await settings({ deposit_refund: true });
    for (const payer of [cancelled, declined, request_]) expect(refundsOf(payer)).toEqual([['DONE', DEPOSIT]]);
    expect(refundsOf(byCustomer)).toEqual([]);
  });

  it('is paid back again if the bank refuses the refund after a while', async () => {
    inbox.sandbox.asaas.refundStatus = 'PENDING';
    const payer = await aBooked('12:30');
    await cancelByLink(payer);
    await work.sweepNow(payer);
    expect([refundsOf(payer), await stateOf(payer)]).toEqual([[['PENDING', DEPOSIT]], 'refunding']);
    payer.remote().refunds![0]!.status = 'CANCELLED';
    inbox.sandbox.asaas.refundStatus = 'DONE';
    await inbox.app.app.get(PaymentPoller, { strict: false }).poll(new Date(Date.now() + HOUR_MS));
    await work.settled();
    await work.sweepNow(payer);
    expect([refundsOf(payer), await stateOf(payer)]).toEqual([
      [
        ['CANCELLED', DEPOSIT],
        ['DONE', DEPOSIT],
      ],
      'refunded',
    ]);
  });

  it('is paid back as far as staff have not done it, who were faster', async () => {
    const payer = await aBooked('13:00');
    const { items } = (await staff('get', `/payments?appointment_id=${payer.holdId}`).expect(200)).body;
    await staff('post', `/payments/${items[0]._id}/refund`, { amount: 1_000 }).expect(200);
    const refund = { reason: 'cancelled', amount: DEPOSIT, refusals: 0 };
    await work.sweepNow(payer, { state: 'refunding', refund });
    expect(refundsOf(payer)).toEqual([
      ['DONE', 1_000],
      ['DONE', DEPOSIT - 1_000],
    ]);
    expect(await stateOf(payer)).toBe('refunded');
  });
});
