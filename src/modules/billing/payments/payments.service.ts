import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { bodyHashOf } from '../../booking/appointments/index.js';
import type { CreatePaymentDto } from './dto/payment.dto.js';
import { cancelled, receivedAtDesk, refundedAtDesk, refundOf, refundRequested } from './payment-changes.js';
import { PaymentNews } from './payment-news.service.js';
import { PaymentTargets } from './payment-targets.service.js';
import { clientKeyReused, notCancellable, providerRefused } from './payments.errors.js';
import { type PaymentFilters, PaymentsRepository } from './payments.repository.js';
import { ProviderSync } from './provider/provider-sync.service.js';
import type { Payment } from './schemas/payment.schema.js';

export interface RefundInput {
  readonly amount?: number;
  readonly reason?: string;
  readonly client_key?: string;
}

/** Takes payments and pays them back. */
@Injectable()
export class PaymentsService {
  constructor(
    private readonly payments: PaymentsRepository,
    private readonly targets: PaymentTargets,
    private readonly provider: ProviderSync,
    private readonly locks: KeyedLocks,
    private readonly news: PaymentNews,
  ) {}

  list(scope: CompanyScope, filters: PaymentFilters, page: PageRequest): Promise<Page<Payment>> {
    return this.payments.list(scope, filters, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Payment> {
    return this.payments.getById(scope, id);
  }

  /**
   * At the desk the money is there; else the provider makes the payment, and its state follows.
   * @throws AppError NOT_FOUND | NOT_BOOKED | AMOUNT_TOO_HIGH | REQUEST_OPEN | CLIENT_KEY_REUSED | VALIDATION_ERROR | PROVIDER_MISSING |
   * PROVIDER_REFUSED | CURRENCY_NOT_SUPPORTED | CONTACT_NEEDED
   */
  async take(scope: CompanyScope, { userId }: Principal, body: CreatePaymentDto): Promise<Payment> {
    const whose = body.appointment_id ?? body.contact_id;
    if (!whose || (body.appointment_id && body.contact_id)) throw noTarget();
    // One at a time, so that two people at the desk do not take the same money twice.
    const { payment, isNew } = await this.locks.withLock(`payments:${scope.id}:${whose}`, async () => {
      const known = await this.knownRequest(scope, body);
      return known
        ? { payment: known, isNew: false }
        : { payment: await this.insert(scope, userId, body), isNew: true };
    });
    if (isNew) await this.news.tell(scope, payment, 'taken', userId);
    if (payment.status === 'failed') throw providerRefused(payment.provider?.problem ?? '');
    if (payment.provider?.id !== null || payment.status !== 'pending') return payment;
    const hints = body.tax_id === undefined ? {} : { taxId: body.tax_id };
    const made = await this.provider.sync(scope, payment._id, hints);
    if (made.status === 'failed') throw providerRefused(made.provider?.problem ?? '');
    return made;
  }

  /**
   * Repeatable with a `client_key`. A refund that the provider could not be asked for stays requested.
   * @throws AppError NOT_FOUND | NOTHING_TO_REFUND | REFUND_TOO_HIGH | CLIENT_KEY_REUSED | PROVIDER_MISSING | PROVIDER_REFUSED
   */
  async refund(scope: CompanyScope, { userId }: Principal, id: Types.ObjectId, input: RefundInput): Promise<Payment> {
    await this.provider.assertKnown(scope, await this.payments.getById(scope, id));
    const request = { ...input, id: new Types.ObjectId(), by: toObjectId(userId), at: new Date() };
    const stored = await this.payments.change(scope, id, (payment) =>
      payment.provider ? refundRequested(payment, request) : refundedAtDesk(payment, request),
    );
    const isNew = refundOf(stored, request)?._id.equals(request.id) ?? false;
    if (isNew) await this.news.tell(scope, stored, 'refunded', userId);
    if (!stored.provider) return stored;
    const paidBack = await this.provider.sync(scope, id).catch((error: unknown) => {
      // The refund is stored, and the poller pays it.
      if (error instanceof AppError && error.status === BUSY) return stored;
      throw error;
    });
    if (refundOf(paidBack, request)?.status === 'failed') throw providerRefused(paidBack.provider?.problem ?? '');
    return paidBack;
  }

  /** Repeatable. @throws AppError NOT_FOUND | NOT_CANCELLABLE | PROVIDER_MISSING */
  async cancel(scope: CompanyScope, { userId }: Principal, id: Types.ObjectId): Promise<Payment> {
    const current = await this.payments.getById(scope, id);
    const isAtProvider = current.provider !== null && Object.keys(cancelled(current)).length > 0;
    const stored = isAtProvider
      ? await this.provider.cancel(scope, id)
      : await this.payments.change(scope, id, cancelled);
    if (stored.status !== 'cancelled') throw notCancellable(stored.status);
    await this.news.tell(scope, stored, 'cancelled', userId);
    return stored;
  }

  private async insert(scope: CompanyScope, userId: string, body: CreatePaymentDto): Promise<Payment> {
    const { amount, method, description = null, client_key } = body;
    const { target, provider } = await this.targets.of(scope, body);
    const by = toObjectId(userId);
    const now = new Date();
    const isDesk = method === 'desk';
    const stored = await this.payments.insert(scope, {
      ...{ ...target, amount, method, description, created_by: by, provider, ...hashOf(body) },
      desk_method: isDesk ? (body.desk_method ?? 'cash') : null,
      ...(client_key === undefined ? {} : { client_key }),
      ...(isDesk ? receivedAtDesk(amount, by, now) : { status: 'pending', due_at: new Date(now.getTime() + GRACE_MS) }),
    });
    // Another target may have taken the key since it was looked for.
    if (!stored) throw clientKeyReused();
    return stored;
  }

  private async knownRequest(scope: CompanyScope, body: CreatePaymentDto): Promise<Payment | null> {
    if (body.client_key === undefined) return null;
    const known = await this.payments.byClientKey(scope, body.client_key);
    if (known && known.body_hash !== hashOf(body).body_hash) throw clientKeyReused();
    return known;
  }
}

const BUSY = 503;
/** The request itself asks the provider; the poller does it after a crash. */
const GRACE_MS = 60_000;

/** Without the tax number: it could be guessed from its hash. */
const hashOf = ({ tax_id: _, ...body }: CreatePaymentDto): ReturnType<typeof bodyHashOf> => bodyHashOf(body);

const noTarget = (): AppError =>
  AppError.validation([{ field: 'appointment_id', message: 'send either appointment_id or contact_id' }]);
