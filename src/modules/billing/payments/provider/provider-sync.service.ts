import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { PaymentConnectionsService } from '../connection/payment-connections.service.js';
import { PaymentNews } from '../payment-news.service.js';
import { netOf } from '../payment-money.js';
import { PaymentsRepository } from '../payments.repository.js';
import type { Payment, ProviderFields } from '../schemas/payment.schema.js';
import { ChargeMaker } from './charge-maker.service.js';
import { nextReadAt, RETRY_AFTER_MS } from './due-times.js';
import { PaymentProvider, type ProviderAccess, type ProviderPayment, ProviderRefusal } from './payment-provider.js';
import { reconciled } from './reconcile.js';

export interface SyncHints {
  /** Digits; the provider keeps it, and PetBuddy does not. */
  readonly taxId?: string;
  /** The id that an event of the provider names. */
  readonly providerId?: string;
}

/**
 * Brings a payment and its provider together: makes the payment there, pays requested refunds back, and takes over what
 * happened. Everything may be repeated, and one payment is worked on by one process at a time.
 */
@Injectable()
export class ProviderSync {
  private readonly logger = new Logger(ProviderSync.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly connections: PaymentConnectionsService,
    private readonly provider: PaymentProvider,
    private readonly charges: ChargeMaker,
    private readonly news: PaymentNews,
    private readonly locks: KeyedLocks,
  ) {}

  /** A provider that does not answer is asked again later. @throws AppError NOT_FOUND | PROVIDER_MISSING */
  sync(scope: CompanyScope, id: Types.ObjectId, hints: SyncHints = {}): Promise<Payment> {
    return this.locks.withLock(lockOf(id), async () => {
      const payment = await this.payments.getById(scope, id);
      if (!payment.provider) return payment;
      try {
        return await this.meet(scope, payment, hints);
      } catch (error) {
        return await this.noteFailure(scope, payment, error);
      }
    });
  }

  /** Ends a payment for which no money has come in; if it was paid meanwhile, it is received. @throws AppError PROVIDER_MISSING */
  async cancel(scope: CompanyScope, id: Types.ObjectId): Promise<Payment> {
    await this.locks.withLock(lockOf(id), async () => {
      const { provider } = await this.payments.getById(scope, id);
      if (!provider?.id) {
        await this.payments.change(scope, id, () => ({ status: 'cancelled', due_at: null }));
        return;
      }
      const access = await this.connections.access(scope);
      await this.provider.remove(access, provider.id).catch((error: unknown) => {
        if (!(error instanceof ProviderRefusal)) throw error;
      });
    });
    return this.sync(scope, id);
  }

  private async meet(scope: CompanyScope, payment: Payment, hints: SyncHints): Promise<Payment> {
    const access = await this.connections.access(scope);
    const known = payment.provider?.id ?? hints.providerId ?? null;
    if (known === null && payment.status !== 'pending') return this.store(scope, payment, undefined);
    const remote =
      known === null
        ? await this.provider.charge(access, await this.charges.of(scope, payment, hints.taxId ?? null))
        : await this.provider.read(access, known);
    crashPoint('payment.charged');
    const paidBack = remote && (await this.payRefunds(scope, access, payment, remote));
    return this.store(scope, payment, paidBack, await this.codesOf(access, payment, paidBack));
  }

  /** Looks at the provider's refunds first, so none is paid twice after a crash. */
  private async payRefunds(
    scope: CompanyScope,
    access: ProviderAccess,
    { _id, refunds }: Payment,
    remote: ProviderPayment,
  ): Promise<ProviderPayment> {
    const isKnown = (key: string): boolean => remote.refunds.some((one) => one.key === key);
    const missing = refunds.filter((one) => one.status === 'requested' && !isKnown(one._id.toHexString()));
    for (const refund of missing) {
      try {
        await this.provider.refund(access, remote.id, { key: refund._id.toHexString(), amount: refund.amount });
        crashPoint('payment.refunded');
      } catch (error) {
        if (!(error instanceof ProviderRefusal)) throw error;
        await this.refuseRefund(scope, _id, refund._id, error.message);
      }
    }
    return missing.length === 0 ? remote : ((await this.provider.read(access, remote.id)) ?? remote);
  }

  private async refuseRefund(
    scope: CompanyScope,
    id: Types.ObjectId,
    refundId: Types.ObjectId,
    reason: string,
  ): Promise<void> {
    await this.payments.change(scope, id, ({ refunds, provider }) => ({
      refunds: refunds.map((one) => (one._id.equals(refundId) ? { ...one, status: 'failed' as const } : one)),
      provider: provider && { ...provider, problem: reason },
    }));
  }

  /** Without codes the customer can still pay on the page of the provider, so a failure is no reason to stop. */
  private async codesOf(
    access: ProviderAccess,
    { method, provider }: Payment,
    remote: ProviderPayment | undefined,
  ): Promise<Partial<ProviderFields>> {
    if (!remote || remote.phase !== 'open' || provider?.code || method === 'desk') return {};
    try {
      return await this.provider.codes(access, remote.id, method);
    } catch (error) {
      this.logger.warn(`no codes of payment ${remote.id}: ${String(error)}`);
      return {};
    }
  }

  private async store(
    scope: CompanyScope,
    before: Payment,
    remote: ProviderPayment | undefined,
    codes: Partial<ProviderFields> = {},
  ): Promise<Payment> {
    const now = new Date();
    const stored = await this.payments.change(scope, before._id, (current) => {
      const changes = remote ? reconciled(current, now, remote) : goneFields(current);
      const seen = remote && { id: remote.id, pay_url: remote.payUrl, slip_url: remote.slipUrl };
      const hasFailedRefund = changes.refunds?.some(({ status }) => status === 'failed') ?? false;
      const problem = hasFailedRefund ? (current.provider?.problem ?? null) : null;
      const provider = current.provider && { ...current.provider, ...seen, ...codes, problem };
      return { ...changes, provider, due_at: nextReadAt({ ...current, ...changes }, now) };
    });
    await this.connections.noteSuccess(scope, now);
    const hasChanged = stored.status !== before.status || netOf(stored) !== netOf(before);
    if (hasChanged) await this.news.tell(scope, stored, stored.status, null);
    return stored;
  }

  private async noteFailure(scope: CompanyScope, payment: Payment, error: unknown): Promise<Payment> {
    const isRefusal = error instanceof ProviderRefusal;
    const problem = isRefusal ? error.message : 'The payment provider does not answer';
    this.logger.warn(`payment ${payment._id.toHexString()}: ${String(error)}`);
    await this.connections.noteFailure(scope, problem, new Date());
    return this.payments.change(scope, payment._id, ({ provider, status }) => ({
      provider: provider && { ...provider, problem },
      // Nothing was made at the provider, and a repetition would be refused as well.
      ...(isRefusal && provider?.id === null
        ? { status: status === 'pending' ? 'failed' : status, due_at: null }
        : { due_at: new Date(Date.now() + RETRY_AFTER_MS) }),
    }));
  }
}

const lockOf = (id: Types.ObjectId): string => `payment:${id.toHexString()}`;

/** The provider has no such payment: it ends unless money came in. */
function goneFields(payment: Payment): Partial<Payment> {
  const isOpen = payment.status === 'pending' || payment.status === 'overdue';
  return { refunds: payment.refunds, ...(isOpen && netOf(payment) === 0 ? { status: 'cancelled' } : {}) };
}
