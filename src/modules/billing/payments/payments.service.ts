import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { bodyHashOf } from '../../booking/appointments/index.js';
import type { CreatePaymentDto } from './dto/payment.dto.js';
import { cancelled, receivedAtDesk, refundedAtDesk } from './payment-changes.js';
import { PaymentTargets } from './payment-targets.service.js';
import { clientKeyReused, providerMissing } from './payments.errors.js';
import { type PaymentFilters, PaymentsRepository } from './payments.repository.js';
import type { Payment } from './schemas/payment.schema.js';

export interface RefundInput {
  readonly amount?: number;
  readonly reason?: string;
}

/** Takes payments and pays them back. */
@Injectable()
export class PaymentsService {
  private readonly audit = new Logger('Audit');

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly targets: PaymentTargets,
    private readonly locks: KeyedLocks,
    private readonly realtime: RealtimeService,
  ) {}

  list(scope: CompanyScope, filters: PaymentFilters, page: PageRequest): Promise<Page<Payment>> {
    return this.payments.list(scope, filters, page);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<Payment> {
    return this.payments.getById(scope, id);
  }

  /** @throws AppError NOT_FOUND | NOT_BOOKED | AMOUNT_TOO_HIGH | CLIENT_KEY_REUSED | VALIDATION_ERROR */
  async take(scope: CompanyScope, caller: Principal, body: CreatePaymentDto): Promise<Payment> {
    if (body.method !== 'desk') throw providerMissing();
    const whose = body.appointment_id ?? body.contact_id;
    if (!whose || (body.appointment_id && body.contact_id)) throw noTarget();
    // One at a time, so that two people at the desk do not take the same money twice.
    return this.locks.withLock(`payments:${scope.id}:${whose}`, async () => {
      const known = await this.knownRequest(scope, body);
      if (known) return known;
      const target = await this.targets.of(scope, body);
      const by = toObjectId(caller.userId);
      const { amount, method, description = null } = body;
      const fields = {
        ...target,
        amount,
        method,
        desk_method: body.desk_method ?? 'cash',
        description,
        created_by: by,
        ...bodyHashOf(body),
      };
      const key = body.client_key === undefined ? {} : { client_key: body.client_key };
      const stored = await this.payments.insert(scope, {
        ...{ ...fields, ...key },
        ...receivedAtDesk(amount, by, new Date()),
      });
      // Another target may have taken the key since it was looked for.
      if (!stored) throw clientKeyReused();
      await this.tell(scope, stored, 'taken', caller);
      return stored;
    });
  }

  /** @throws AppError NOT_FOUND | NOTHING_TO_REFUND | REFUND_TOO_HIGH */
  async refund(scope: CompanyScope, caller: Principal, id: Types.ObjectId, input: RefundInput): Promise<Payment> {
    const request = { ...input, by: toObjectId(caller.userId), at: new Date() };
    const stored = await this.payments.change(scope, id, (payment) => refundedAtDesk(payment, request));
    await this.tell(scope, stored, 'refunded', caller);
    return stored;
  }

  /** Repeatable. @throws AppError NOT_FOUND | NOT_CANCELLABLE */
  async cancel(scope: CompanyScope, caller: Principal, id: Types.ObjectId): Promise<Payment> {
    const stored = await this.payments.change(scope, id, cancelled);
    await this.tell(scope, stored, 'cancelled', caller);
    return stored;
  }

  private async knownRequest(scope: CompanyScope, body: CreatePaymentDto): Promise<Payment | null> {
    if (body.client_key === undefined) return null;
    const known = await this.payments.byClientKey(scope, body.client_key);
    if (known && known.body_hash !== bodyHashOf(body).body_hash) throw clientKeyReused();
    return known;
  }

  private async tell(scope: CompanyScope, payment: Payment, action: string, { userId }: Principal): Promise<void> {
    const { _id, appointment_id, contact_id, status, amount, currency } = payment;
    const paymentId = _id.toHexString();
    this.audit.log({ message: `payment ${action}`, userId, companyId: scope.id, paymentId, amount, currency, status });
    await this.realtime.publish(scope, 'payment:updated', {
      payment: {
        _id: paymentId,
        appointment_id: appointment_id?.toHexString() ?? null,
        contact_id: contact_id?.toHexString() ?? null,
        status,
      },
    });
  }
}

const noTarget = (): AppError =>
  AppError.validation([{ field: 'appointment_id', message: 'send either appointment_id or contact_id' }]);
