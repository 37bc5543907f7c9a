import { Injectable, Logger } from '@nestjs/common';
import { RealtimeService } from '../../../core/realtime/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Payment } from './schemas/payment.schema.js';

/** Writes what happened to payments into the audit log, and tells the sockets of the company. */
@Injectable()
export class PaymentNews {
  private readonly audit = new Logger('Audit');

  constructor(private readonly realtime: RealtimeService) {}

  /** @param userId null: the provider did it */
  async tell(scope: CompanyScope, payment: Payment, action: string, userId: string | null): Promise<void> {
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
