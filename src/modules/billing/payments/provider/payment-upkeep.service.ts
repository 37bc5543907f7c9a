import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppointmentsRepository, isDead } from '../../../booking/reservations/index.js';
import { PaymentFollowers } from '../payment-followers.js';
import type { PaymentStatus } from '../payment.types.js';
import { PaymentsRepository } from '../payments.repository.js';
import type { Payment } from '../schemas/payment.schema.js';
import { PAUSE_MS } from './due-times.js';
import { ProviderSync, type SyncHints } from './provider-sync.service.js';

const OPEN: readonly PaymentStatus[] = ['pending', 'overdue'];
/** Trying again does not help. */
const PERMANENT: readonly string[] = ['PROVIDER_REFUSED', 'PROVIDER_MISSING'];

/** Follows payments: takes over what happened at the provider, and ends what nobody may pay any more. */
@Injectable()
export class PaymentUpkeep implements OnModuleInit {
  private readonly logger = new Logger(PaymentUpkeep.name);

  constructor(
    private readonly payments: PaymentsRepository,
    private readonly provider: ProviderSync,
    private readonly appointments: AppointmentsRepository,
    private readonly followers: PaymentFollowers,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    // A lost event is no harm: the poller asks about open payments, too.
    this.bus.on('appointment.cancelled', ({ companyId, appointmentId }) =>
      this.afterCancellation(CompanyScope.of(companyId), new Types.ObjectId(appointmentId)),
    );
  }

  /** @throws AppError PROVIDER_UNREACHABLE if a payment could not be cancelled now */
  async follow(scope: CompanyScope, id: Types.ObjectId, hints: SyncHints = {}): Promise<Payment> {
    const payment = await this.payments.getById(scope, id);
    const followed = (await this.isVoid(scope, payment))
      ? await this.end(scope, payment)
      : await this.provider.sync(scope, id, hints);
    await this.followers.tell(scope, followed);
    return followed;
  }

  /** Cancels a payment that may still be open; if it was paid meanwhile, it is received. @throws AppError PROVIDER_UNREACHABLE */
  async end(scope: CompanyScope, { _id }: Pick<Payment, '_id'>): Promise<Payment> {
    try {
      return await this.provider.cancel(scope, _id);
    } catch (error) {
      if (!(error instanceof AppError && PERMANENT.includes(error.code))) throw error;
      this.logger.warn(`payment ${_id.toHexString()} could not be cancelled: ${error.message}`);
      await this.payments.postpone(scope, _id, new Date(Date.now() + PAUSE_MS));
      return this.payments.getById(scope, _id);
    }
  }

  private async afterCancellation(scope: CompanyScope, appointmentId: Types.ObjectId): Promise<void> {
    for (const { _id } of await this.payments.openOf(scope, appointmentId))
      await this.follow(scope, _id).catch((error: unknown) => {
        this.logger.warn(`payment ${_id.toHexString()} is left to the poller: ${String(error)}`);
        return this.payments.postpone(scope, _id, new Date());
      });
  }

  /** The appointment has ended since the payment was asked for. A fee that is asked for afterwards can be paid. */
  private async isVoid(scope: CompanyScope, payment: Payment): Promise<boolean> {
    const { appointment_id, provider, status, created_at } = payment;
    if (!provider || !appointment_id || !OPEN.includes(status)) return false;
    const appointment = await this.appointments.findById(scope, appointment_id);
    if (!appointment) return true;
    return isDead(appointment) && appointment.dead_at !== null && created_at <= appointment.dead_at;
  }
}
