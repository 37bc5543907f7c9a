import fc from 'fast-check';
import { Types } from 'mongoose';
import { accountOf } from './ledger/account.js';
import { cancelled, receivedAtDesk, refundedAtDesk, type RefundRequest } from './payment-changes.js';
import { movedBy, netOf, refundableOf } from './payment-money.js';
import type { Payment } from './schemas/payment.schema.js';
import { PAYMENT_STATUSES } from './payment.types.js';

const ana = new Types.ObjectId();
const AT = new Date('2030-01-07T12:00:00Z');

const aPayment = (amount: number, more: Partial<Payment> = {}): Payment => ({
  ...{ _id: new Types.ObjectId(), company_id: new Types.ObjectId(), created_at: AT, updated_at: AT, revision: 0 },
  ...{ appointment_id: null, contact_id: null, service_id: null, staff_id: null, description: null },
  ...{ amount, currency: 'BRL', method: 'desk', desk_method: 'cash', created_by: ana, provider: null },
  ...receivedAtDesk(amount, ana, AT),
  ...more,
});

const aRefund = (amount?: number, client_key?: string): RefundRequest => ({
  ...{ id: new Types.ObjectId(), by: ana, at: AT },
  ...(amount === undefined ? {} : { amount }),
  ...(client_key === undefined ? {} : { client_key }),
});

describe('refunds at the desk', () => {
  it('pay back a part, then the rest, and nothing more', () => {
    let payment = aPayment(9_000);
    payment = { ...payment, ...refundedAtDesk(payment, aRefund(2_000)) };
    expect([payment.status, refundableOf(payment)]).toEqual(['received', 7_000]);
    const more = aRefund(7_001);
    expect(() => refundedAtDesk(payment, more)).toThrow(expect.objectContaining({ code: 'REFUND_TOO_HIGH' }));
    payment = { ...payment, ...refundedAtDesk(payment, aRefund()) };
    expect([payment.status, netOf(payment)]).toEqual(['refunded', 0]);
    expect(() => refundedAtDesk(payment, aRefund())).toThrow(expect.objectContaining({ code: 'NOTHING_TO_REFUND' }));
  });

  it('pay back once for one key', () => {
    let payment = aPayment(9_000);
    payment = { ...payment, ...refundedAtDesk(payment, aRefund(2_000, 'key')) };
    expect(refundedAtDesk(payment, aRefund(2_000, 'key'))).toEqual({});
    expect(() => refundedAtDesk(payment, aRefund(1_000, 'key'))).toThrow(
      expect.objectContaining({ code: 'CLIENT_KEY_REUSED' }),
    );
    expect(refundableOf({ ...payment, ...refundedAtDesk(payment, aRefund(2_000, 'other')) })).toBe(5_000);
  });

  it.each(PAYMENT_STATUSES)('a payment that is %s can be cancelled only without money', (status) => {
    const cancel = () => cancelled(aPayment(9_000, { status }));
    if (['pending', 'overdue'].includes(status)) expect(cancel()).toEqual({ status: 'cancelled' });
    else if (status === 'cancelled') expect(cancel()).toEqual({});
    else expect(cancel).toThrow(expect.objectContaining({ code: 'NOT_CANCELLABLE' }));
  });
});

describe('the ledger', () => {
  const history = fc.array(
    fc.record({ amount: fc.integer({ min: 1, max: 100_000 }), refunds: fc.array(fc.integer({ min: 1, max: 60_000 })) }),
    { maxLength: 8 },
  );

  it('adds up to what came in less what went back, whatever is asked for', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: 0, max: 200_000 }), (steps, price) => {
        const handedBack: number[] = [];
        const payments = steps.map(({ amount, refunds }) => {
          let payment = aPayment(amount);
          for (const refund of refunds) {
            try {
              payment = { ...payment, ...refundedAtDesk(payment, aRefund(refund)) };
              handedBack.push(refund);
            } catch (error) {
              expect(error).toMatchObject({ status: 409 });
            }
          }
          return payment;
        });
        const sum = (values: number[]): number => values.reduce((total, one) => total + one, 0);
        const received = sum(steps.map(({ amount }) => amount));
        const visit = { _id: new Types.ObjectId(), state: 'DONE', contact_id: null, service_id: ana, staff_id: null };
        const charged = { ...visit, state: 'DONE' as const, starts_at: AT, price, fee: null, currency: 'BRL' };
        const account = accountOf('BRL', [charged], payments);
        const moved = account.entries.filter(({ payment_id }) => payment_id !== null);
        expect(sum(moved.map(({ amount }) => amount))).toBe(received - sum(handedBack));
        expect(account).toMatchObject({ received, refunded: sum(handedBack) });
        expect(account.owed).toBe(price - sum(payments.map(netOf)));
        for (const payment of payments) {
          expect(netOf(payment)).toBeGreaterThanOrEqual(0);
          expect(payment.status === 'refunded').toBe(netOf(payment) === 0);
          expect(movedBy(payment, 'payment')).toBe(payment.amount);
        }
      }),
    );
  });
});
