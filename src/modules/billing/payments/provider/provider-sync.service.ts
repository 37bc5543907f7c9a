import { Injectable, Logger } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { PaymentConnectionsService } from '../connection/payment-connections.service.js';
import { cancelled } from '../payment-changes.js';
import { PaymentNews } from '../payment-news.service.js';
import { netOf } from '../payment-money.js';
import { PaymentsRepository } from '../payments.repository.js';
import type { Payment, ProviderFields } from '../schemas/payment.schema.js';
import { providerRefused, providerUnreachable } from '../payments.errors.js';
import { ChargeMaker } from './charge-maker.service.js';
import { nextReadAt, PAUSE_MS, RETRY_AFTER_MS } from './due-times.js';
import { PaymentProvider, type ProviderAccess, type ProviderPayment, ProviderRefusal } from './payment-provider.js';
import { timesOf } from './provider-days.js';
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
    private readonly companies: CompaniesService,
  ) {}

  /** A provider that does not answer is asked again later. @throws AppError NOT_FOUND */
  sync(scope: CompanyScope, id: Types.ObjectId, hints: SyncHints = {}): Promise<Payment> {
    return this.locks.withLock(lockOf(id), async ({ signal }) => {
      const payment = await this.payments.getById(scope, id);
      if (!payment.provider) return payment;
      try {
        return await this.meet(scope, payment, hints, signal);
      } catch (error) {
        return await this.noteFailure(scope, payment, error);
      }
    });
  }

  /**
   * Ends a payment for which no money has come in; if it was paid meanwhile, it is received.
   * @throws AppError NOT_FOUND | NOT_CANCELLABLE | PROVIDER_MISSING | PROVIDER_UNREACHABLE | PROVIDER_REFUSED
   */
  cancel(scope: CompanyScope, id: Types.ObjectId): Promise<Payment> {
    return this.locks.withLock(lockOf(id), async () => {
      const payment = await this.payments.getById(scope, id);
      const access = await this.connections.access(scope);
      const remote = await this.removed(scope, access, payment).catch((error: unknown) => {
        throw error instanceof ProviderRefusal ? providerRefused(error.message) : providerUnreachable();
      });
      if (remote) return this.store(scope, payment, remote);
      if (payment.provider?.id) throw providerRefused(UNKNOWN_PAYMENT);
      return this.payments.change(scope, id, (current) => ({ ...cancelled(current), due_at: null }));
    });
  }

  /**
   * A provider that does not answer is no reason to refuse a refund: it is stored and followed.
   * @throws AppError PROVIDER_MISSING | PROVIDER_REFUSED if the connected account does not have the payment
   */
  async assertKnown(scope: CompanyScope, { provider }: Payment): Promise<void> {
    if (!provider?.id) return;
    const access = await this.connections.access(scope);
    const remote = await this.provider.read(access, provider.id).catch(() => null);
    if (remote === undefined) throw providerRefused(UNKNOWN_PAYMENT);
  }

  /** The answer to its creation may be lost, so it is looked for. @returns undefined if the provider does not have it */
  private async removed(
    scope: CompanyScope,
    access: ProviderAccess,
    { _id, provider }: Payment,
  ): Promise<ProviderPayment | undefined> {
    const id = provider?.id ?? (await this.provider.find(access, _id.toHexString()))?.id;
    if (id === undefined) return undefined;
    // Stored first: after a crash the payment is read by its id, and not made again.
    await this.payments.change(scope, _id, (current) => ({
      provider: current.provider && { ...current.provider, id },
    }));
    await this.provider.remove(access, id).catch((error: unknown) => {
      if (!(error instanceof ProviderRefusal)) throw error;
    });
    return this.provider.read(access, id);
  }

  private async meet(scope: CompanyScope, payment: Payment, hints: SyncHints, signal: AbortSignal): Promise<Payment> {
    const access = await this.connections.access(scope);
    const known = payment.provider?.id ?? hints.providerId ?? null;
    if (known === null && payment.status !== 'pending') return this.leave(scope, payment);
    const remote =
      known === null
        ? await this.provider.charge(access, await this.charges.of(scope, payment, hints.taxId ?? null), signal)
        : await this.provider.read(access, known);
    crashPoint('payment.charged');
    if (!remote) throw new ProviderRefusal(GONE, UNKNOWN_PAYMENT);
    const paidBack = await this.payRefunds(scope, access, payment, remote, signal);
    return this.store(scope, payment, paidBack, await this.codesOf(access, payment, paidBack));
  }

  /** Looks at the provider's refunds first, so none is paid twice after a crash. */
  private async payRefunds(
    scope: CompanyScope,
    access: ProviderAccess,
    { _id, refunds }: Payment,
    remote: ProviderPayment,
    signal: AbortSignal,
  ): Promise<ProviderPayment> {
    const isKnown = (key: string): boolean => remote.refunds.some((one) => one.key === key);
    const missing = refunds.filter((one) => one.status === 'requested' && !isKnown(one._id.toHexString()));
    for (const refund of missing) {
      try {
        const wanted = { key: refund._id.toHexString(), amount: refund.amount };
        await this.provider.refund(access, remote.id, wanted, signal);
        crashPoint('payment.refunded');
      } catch (error) {
        if (!(error instanceof ProviderRefusal) || isKeyRefused(error)) throw error;
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

  /** A failure is only logged: without the codes the customer can pay on the page of the provider. */
  private async codesOf(
    access: ProviderAccess,
    { method, provider }: Payment,
    remote: ProviderPayment,
  ): Promise<Partial<ProviderFields>> {
    if (remote.phase !== 'open' || provider?.code || method === 'desk') return {};
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
    remote: ProviderPayment,
    codes: Partial<ProviderFields> = {},
  ): Promise<Payment> {
    const now = new Date();
    const timeOf = timesOf(now, (await this.companies.get(scope)).time_zone);
    const stored = await this.payments.change(scope, before._id, (current) => {
      const changes = reconciled(current, timeOf, remote);
      // After the deletion of its customer a payment has no page and no codes.
      const seen = current.contact_id ? { pay_url: remote.payUrl, slip_url: remote.slipUrl, ...codes } : {};
      const hasFailedRefund = changes.refunds.some(({ status }) => status === 'failed');
      const problem = hasFailedRefund ? (current.provider?.problem ?? null) : null;
      const provider = current.provider && { ...current.provider, id: remote.id, ...seen, problem, is_unknown: false };
      return { ...changes, provider, due_at: nextReadAt({ ...current, ...changes }, now) };
    });
    await this.connections.noteSuccess(scope, now);
    const hasChanged = stored.status !== before.status || netOf(stored) !== netOf(before);
    if (hasChanged) await this.news.tell(scope, stored, stored.status, null);
    return stored;
  }

  /** Nothing was made at the provider, and nothing will be. */
  private leave(scope: CompanyScope, { _id }: Payment): Promise<Payment> {
    return this.payments.change(scope, _id, () => ({ due_at: null }));
  }

  private async noteFailure(scope: CompanyScope, payment: Payment, error: unknown): Promise<Payment> {
    const isMissing = error instanceof AppError && error.code === 'PROVIDER_MISSING';
    const isRefusal = error instanceof ProviderRefusal;
    const problem = isRefusal || isMissing ? error.message : 'The payment provider does not answer';
    this.logger.warn(`payment ${payment._id.toHexString()}: ${String(error)}`);
    if (!isGone(error)) await this.connections.noteFailure(scope, problem, new Date());
    const isUnknown = isGone(error) && payment.provider?.id !== null;
    const isPaused = isMissing || isUnknown || isKeyRefused(error);
    const now = new Date();
    return this.payments.change(scope, payment._id, (current) => ({
      provider: current.provider && { ...current.provider, problem, ...(isUnknown && { is_unknown: true }) },
      // Nothing was made at the provider, and a repetition would be refused as well.
      ...(isRefusal && !isKeyRefused(error) && !isGone(error) && current.provider?.id === null
        ? { status: current.status === 'pending' ? 'failed' : current.status, due_at: null }
        : { due_at: afterFailure(current, now, isPaused) }),
    }));
  }
}

/** Null for a payment that has been followed long enough. */
function afterFailure(payment: Payment, now: Date, isPaused: boolean): Date | null {
  if (isPaused && nextReadAt(payment, now) === null) return null;
  return new Date(now.getTime() + (isPaused ? PAUSE_MS : RETRY_AFTER_MS));
}

const lockOf = (id: Types.ObjectId): string => `payment:${id.toHexString()}`;

const GONE = 404;
const KEY_REFUSALS: readonly number[] = [401, 403];
/** It may still be paid there, so it does not end. */
const UNKNOWN_PAYMENT = 'The connected account does not have this payment: it was removed, or is in another account';

const isGone = (error: unknown): boolean => error instanceof ProviderRefusal && error.status === GONE;

/** Only another key helps. */
const isKeyRefused = (error: unknown): boolean =>
  error instanceof ProviderRefusal && KEY_REFUSALS.includes(error.status);
