import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Charged } from '../../booking/reservations/index.js';
import { PaymentConnectionsService } from './connection/payment-connections.service.js';
import { refundOf, refundRequested } from './payment-changes.js';
import { PaymentNews } from './payment-news.service.js';
import type { Refund } from './payment.types.js';
import { PaymentTargets } from './payment-targets.service.js';
import { PaymentsRepository } from './payments.repository.js';
import { PaymentProvider } from './provider/payment-provider.js';
import { ProviderSync } from './provider/provider-sync.service.js';
import type { Payment } from './schemas/payment.schema.js';

/** A request is followed by its caller first; the poller takes over after a crash. */
const GRACE_MS = 60_000;

export interface OnlineRequest {
  /** In minor units of the appointment's currency. */
  readonly amount: number;
  readonly description: string;
  readonly client_key: string;
}

/** Payments that customers make by themselves, without staff. */
@Injectable()
export class OnlinePayments {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly targets: PaymentTargets,
    private readonly connections: PaymentConnectionsService,
    private readonly provider: PaymentProvider,
    private readonly sync: ProviderSync,
    private readonly news: PaymentNews,
  ) {}

  /** Whether the company has a provider that takes such an amount. Reads stored data only. */
  async canTake(scope: CompanyScope, amount: number, currency: string): Promise<boolean> {
    if (currency !== this.provider.currency || amount < this.provider.minimumAmount) return false;
    const connection = await this.connections.of(scope);
    return connection !== null && connection.webhook_id !== null;
  }

  /** Whether the provider has the customer's tax number. */
  knowsTaxId(scope: CompanyScope, contactId: Types.ObjectId | null): Promise<boolean> {
    return contactId ? this.payments.hasProviderPayment(scope, contactId) : Promise.resolve(false);
  }

  find(scope: CompanyScope, id: Types.ObjectId): Promise<Payment | null> {
    return this.payments.findById(scope, id);
  }

  /**
   * Stores a PIX payment for a hold; {@link make} makes it at the provider. Repeatable with its key.
   * @throws AppError PROVIDER_MISSING | CURRENCY_NOT_SUPPORTED | CONTACT_NEEDED
   */
  async request(scope: CompanyScope, held: Charged, request: OnlineRequest): Promise<Payment> {
    const known = await this.payments.byClientKey(scope, request.client_key);
    if (known) return known;
    const { target, provider } = await this.targets.ofHold(scope, held);
    const due_at = new Date(Date.now() + GRACE_MS);
    const fields = { ...target, ...request, provider, method: 'pix', status: 'pending', is_deposit: true } as const;
    const stored = await this.payments.insert(scope, { ...fields, due_at });
    if (stored) await this.news.tell(scope, stored, 'taken', null);
    return stored ?? this.request(scope, held, request);
  }

  /** Makes the payment at the provider, or checks it there. @param taxId digits; PetBuddy does not keep it */
  make(scope: CompanyScope, id: Types.ObjectId, taxId?: string): Promise<Payment> {
    return this.sync.sync(scope, id, taxId === undefined ? {} : { taxId });
  }

  /** Moves the money to the appointment that was booked with it. Repeatable. */
  async attach(scope: CompanyScope, id: Types.ObjectId, booked: Charged): Promise<void> {
    const { _id: appointment_id, service_id, staff_id } = booked;
    await this.payments.change(scope, id, () => ({ appointment_id, service_id, staff_id }));
  }

  /**
   * Pays money back at the provider. Repeatable with its key.
   * @returns the refund as it is now; `failed`: the provider has refused it
   * @throws AppError NOTHING_TO_REFUND | REFUND_TOO_HIGH
   */
  async refund(
    scope: CompanyScope,
    id: Types.ObjectId,
    input: { readonly amount?: number; readonly reason: string; readonly client_key: string },
  ): Promise<Refund | undefined> {
    const request = { ...input, id: new Types.ObjectId(), by: null, at: new Date() };
    const stored = await this.payments.change(scope, id, (payment) => refundRequested(payment, request));
    if (refundOf(stored, request)?._id.equals(request.id)) await this.news.tell(scope, stored, 'refunded', null);
    return refundOf(await this.sync.sync(scope, id), request);
  }
}
