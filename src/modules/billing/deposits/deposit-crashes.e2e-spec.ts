import { Types } from 'mongoose';
import request from 'supertest';
import { ASAAS_KEY } from '../../../../sandbox/asaas/asaas-fake.js';
import { aDepositSalon, DEPOSIT, Payer } from '../../../../test/builders/deposits.js';
import { aWeekday, type PublicSalon } from '../../../../test/builders/public-booking.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { startSandboxForApp } from '../../../../test/support/inbox.js';
import { receiveMails } from '../../../../test/support/mailbox.js';
import { openRawDatabase, type RawDatabase } from '../../../../test/support/raw-database.js';
import { WebhookRelay } from '../../../../test/support/webhook-relay.js';
import { PaymentEventsService } from '../payments/webhook/payment-events.service.js';
import { DepositSweeper } from './deposit-sweeper.js';

const HOUR_MS = 3_600_000;
const day = aWeekday();
const at = (time: string): string => `${day}T${time}:00.000Z`;

/** Two processes on one database; the one that settles a deposit is killed. */
describe('a process that is killed while it settles a deposit', () => {
  let processes: DoomedProcesses;
  let relay: WebhookRelay;
  let sandbox: Awaited<ReturnType<typeof startSandboxForApp>>['sandbox'];
  let salon: PublicSalon;
  let raw: RawDatabase;

  /** Asaas tells a process that the visitor's payment has changed. */
  const tell = (payer: Payer, url: string): request.Test => {
    const [webhook] = sandbox.asaas.accountOf(ASAAS_KEY).webhooks;
    const { id, externalReference } = payer.remote();
    return request(url)
      .post(new URL(webhook!.url).pathname)
      .set('asaas-access-token', webhook!.authToken)
      .send({ id: `evt_${id}`, event: 'PAYMENT_RECEIVED', payment: { id, externalReference } });
  };
  const sweep = async (): Promise<void> => {
    const later = new Date(Date.now() + HOUR_MS);
    await processes.survivor.app.get(PaymentEventsService, { strict: false }).sweep(later.getTime());
    await processes.survivor.app.get(DepositSweeper, { strict: false }).sweep(later);
    await processes.survivor.app.get(DepositSweeper, { strict: false }).idle();
  };
  const bookingsOf = async (payer: Payer): Promise<unknown[]> => {
    const contact = await raw.db.collection('contacts').findOne({ email: payer.email });
    return raw.db.collection('appointments').find({ contact_id: contact?._id, state: 'CONFIRMED' }).toArray();
  };
  const expire = async ({ holdId }: Payer): Promise<void> => {
    const [_id, past] = [new Types.ObjectId(holdId), new Date(Date.now() - 60_000)];
    await raw.db.collection('appointments').updateOne({ _id }, { $set: { exp: past } });
    await raw.db.collection('deposits').updateOne({ _id }, { $set: { expires_at: past } });
  };
  const aPayer = async (time: string): Promise<Payer> => {
    const payer = new Payer(processes.survivor, sandbox, salon);
    await payer.begin(at(time));
    return payer;
  };

  beforeAll(async () => {
    relay = await WebhookRelay.open();
    const started = await startSandboxForApp(relay.url);
    ({ sandbox } = started);
    processes = await DoomedProcesses.open({ ...started.metaEnv, PORT: '0' });
    relay.target = processes.survivor.url;
    salon = await aDepositSalon(processes.survivor);
    raw = await openRawDatabase(processes.survivor);
    // Events arrive only when a test delivers them.
    sandbox.asaas.webhooks.knobs.lose = true;
  });
  afterAll(async () => {
    await raw.close();
    await relay.close();
    await sandbox.close();
    await processes.close();
  });

  it('has booked once, and the visitor sees it', async () => {
    const payer = await aPayer('09:00');
    payer.pay();
    await processes.killedAt('deposit.booked', (url) => tell(payer, url));
    expect(await payer.read()).toMatchObject({ status: 'open' });
    await sweep();
    expect(await payer.read()).toMatchObject({ status: 'booked' });
    expect(await bookingsOf(payer)).toHaveLength(1);
  });

  it('has booked a late deposit once', async () => {
    const payer = await aPayer('10:00');
    await expire(payer);
    payer.pay();
    await processes.killedAt('deposit.booked', (url) => tell(payer, url));
    await sweep();
    expect(await payer.read()).toMatchObject({ status: 'booked' });
    expect(await bookingsOf(payer)).toHaveLength(1);
  });

  it('pays back once what it has decided to pay back, though the time is free again', async () => {
    const payer = await aPayer('11:00');
    await expire(payer);
    const other = await aPayer('11:00');
    payer.pay();
    await processes.killedAt('deposit.refunding', (url) => tell(payer, url));
    await other.visitor.delete(`holds/${other.holdId}`).expect(204);
    await sweep();
    await sweep();
    expect(await payer.read()).toMatchObject({ status: 'refunded', booked: null });
    expect(await bookingsOf(payer)).toEqual([]);
    expect(payer.remote().refunds?.map(({ value }) => value * 100)).toEqual([DEPOSIT]);
    const mails = await receiveMails(processes.survivor, payer.email);
    expect(mails.filter(({ raw: text }) => text.includes('Your deposit is paid back'))).toHaveLength(1);
  });
});
