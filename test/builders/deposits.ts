import { Types } from 'mongoose';
import request from 'supertest';
import { ASAAS_KEY } from '../../sandbox/asaas/asaas-fake.js';
import type { Sandbox } from '../../sandbox/server.js';
import type { PublicPaymentDto } from '../../src/modules/booking/online-booking/dto/public-payment.dto.js';
import { DepositSweeper } from '../../src/modules/billing/deposits/deposit-sweeper.js';
import { PaymentEventsService } from '../../src/modules/billing/payments/webhook/payment-events.service.js';
import { AppointmentOutbox } from '../../src/modules/booking/appointments/publishing/appointment-outbox.js';
import type { Inbox } from '../support/inbox.js';
import type { RawDatabase } from '../support/raw-database.js';
import type { TestApp } from '../support/test-app.js';
import { anEmail, type RegisteredCompany, registerCompany } from './accounts.js';
import { aSchedule, aService } from './catalog.js';
import { codeFor, type PublicSalon, Visitor } from './public-booking.js';

export const TAX_ID = '24971563792';
export const PRICE = 8_000;
/** 30 percent of the price. */
export const DEPOSIT = 2_400;

/** A Brazilian company with a public page, whose only service demands a deposit. */
export async function aDepositSalon(app: TestApp, key: string | null = ASAAS_KEY): Promise<PublicSalon> {
  const owner = await registerCompany(app, { country: 'BR' });
  await aSchedule(app, owner, owner.user._id);
  const deposit = { kind: 'percent', value: 30 };
  const { _id } = await aService(app, owner, { price: PRICE, deposit });
  const settings = { quiet_hours: null, holds_per_visitor: 10 };
  await request(app.url).patch('/api/v1/booking-settings').set(owner.auth).send(settings).expect(200);
  if (key !== null) await connectAsaas(app, owner, key);
  return { ...owner, slug: owner.company.slug, serviceId: _id };
}

async function connectAsaas(app: TestApp, { auth }: RegisteredCompany, api_key: string): Promise<void> {
  const body = { api_key, environment: 'sandbox' };
  await request(app.url).put('/api/v1/integrations/asaas').set(auth).send(body).expect(200);
}

/** Somebody who has come to the payment step of one hold. */
export class Payer {
  readonly email = anEmail();
  readonly visitor: Visitor;
  holdId = '';

  constructor(
    private readonly app: TestApp,
    private readonly sandbox: Sandbox,
    salon: PublicSalon,
  ) {
    this.visitor = new Visitor(app, salon);
  }

  /** Holds a time, proves the address, and gets the payment step. */
  async demand(starts_at: string, more: object = {}): Promise<PublicPaymentDto> {
    this.holdId = (await this.visitor.hold(starts_at)).body.hold._id as string;
    const body = { contact: { full_name: 'Vera Dias', email: this.email }, pets: [{ name: 'Rex' }], ...more };
    await this.visitor.post(this.path('confirm'), body).expect(202);
    const code = await codeFor(this.app, this.email);
    return (await this.visitor.post(this.path('confirm'), { ...body, code }).expect(202)).body.payment;
  }

  async charge(tax_id: string | undefined = TAX_ID, status = 200): Promise<PublicPaymentDto> {
    return (await this.visitor.post(this.path('payment'), tax_id === undefined ? {} : { tax_id }).expect(status)).body;
  }

  async read(): Promise<PublicPaymentDto> {
    return (await this.visitor.get(this.path('payment')).expect(200)).body as PublicPaymentDto;
  }

  /** The payment at Asaas, by the code that the visitor sees. */
  remote() {
    const found = this.sandbox.asaas.accountOf(ASAAS_KEY).payments.find(({ id }) => this.code.includes(id));
    if (!found) throw new Error('The visitor has no PIX');
    return found;
  }

  /** The customer pays in the app of a bank. */
  pay(): void {
    this.sandbox.asaas.move(this.remote().id, 'RECEIVED', 'PAYMENT_RECEIVED');
  }

  /** Demands, and makes the PIX. */
  async begin(starts_at: string, more: object = {}): Promise<PublicPaymentDto> {
    await this.demand(starts_at, more);
    const payment = await this.charge();
    this.code = payment.pix?.code ?? '';
    return payment;
  }

  private code = '';

  private path(what: string): string {
    return `holds/${this.holdId}/${what}`;
  }
}

/** What follows the visitors of a test: the webhooks, the sweeps and the clock. */
export class DepositWork {
  constructor(
    private readonly inbox: Inbox,
    private readonly raw: RawDatabase,
  ) {}

  /** All webhooks have arrived, and all work that follows is done. */
  async settled(): Promise<void> {
    await this.inbox.sandbox.asaas.webhooks.idle();
    await this.inbox.app.app.get(PaymentEventsService).idle();
    await this.inbox.app.app.get(DepositSweeper, { strict: false }).idle();
  }

  async sweep(): Promise<void> {
    await this.inbox.app.app.get(DepositSweeper, { strict: false }).sweep();
    await this.inbox.app.app.get(AppointmentOutbox, { strict: false }).sweep(new Date(Date.now() + 60_000));
    await this.settled();
  }

  /** Sweeps a deposit that waits for something. */
  async sweepNow({ holdId }: Payer, fields: object = {}): Promise<void> {
    const due = { ...fields, due_at: new Date(0) };
    await this.raw.db.collection('deposits').updateOne({ _id: new Types.ObjectId(holdId) }, { $set: due });
    await this.sweep();
  }

  /** The time to pay is over, and the hold as well. */
  async expire({ holdId }: Payer): Promise<void> {
    const [_id, past] = [new Types.ObjectId(holdId), new Date(Date.now() - 60_000)];
    await this.raw.db.collection('appointments').updateOne({ _id }, { $set: { exp: past } });
    await this.raw.db.collection('deposits').updateOne({ _id }, { $set: { expires_at: past, due_at: past } });
  }
}
