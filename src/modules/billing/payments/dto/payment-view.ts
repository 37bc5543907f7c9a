import { movedBy, refundableOf } from '../payment-money.js';
import type { Refund } from '../payment.types.js';
import type { Payment, ProviderFields } from '../schemas/payment.schema.js';
import type { CheckoutDto, PaymentDto, RefundDto } from './payment.dto.js';

export function toPaymentDto(payment: Payment): PaymentDto {
  const { amount, currency, method, desk_method, status, description, received_at, created_at } = payment;
  return {
    _id: payment._id.toHexString(),
    appointment_id: payment.appointment_id?.toHexString() ?? null,
    contact_id: payment.contact_id?.toHexString() ?? null,
    ...{ amount, currency, method, desk_method, status, description },
    received: movedBy(payment, 'payment'),
    refunded: 0 - movedBy(payment, 'refund') - movedBy(payment, 'chargeback'),
    refundable: refundableOf(payment),
    refunds: payment.refunds.map(toRefundDto),
    ...{ received_at, created_at },
    checkout: payment.provider && toCheckoutDto(payment.provider),
    created_by: payment.created_by?.toHexString() ?? null,
  };
}

const toCheckoutDto = ({ pay_url, slip_url, qr_image, code, due_date, problem }: ProviderFields): CheckoutDto => ({
  ...{ pay_url, slip_url, qr_image, code, due_date, problem },
});

const toRefundDto = ({ _id, amount, status, reason, at, by }: Refund): RefundDto => ({
  ...{ amount, status, reason, at },
  _id: _id.toHexString(),
  by: by?.toHexString() ?? null,
});
