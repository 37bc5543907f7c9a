import fc from 'fast-check';
import { Types } from 'mongoose';
import type { PaymentStatus } from '../payment.types.js';
import { netOf } from '../payment-money.js';
import type { Payment } from '../schemas/payment.schema.js';
import type { ProviderPayment, ProviderPhase, ProviderRefund } from './payment-provider.js';
import { timesOf } from './provider-days.js';
import { reconciled } from './reconcile.js';

const AT = new Date('2030-01-07T12:00:00Z');
const AMOUNT = 9_000;

const aPayment = (more: Partial<Payment> = {}): Payment => ({
  ...{ _id: new Types.ObjectId(), company_id: new Types.ObjectId(), created_at: AT, updated_at: AT, revision: 0 },
  ...{ appointment_id: null, contact_id: null, service_id: null, staff_id: null, description: null },
  ...{ amount: AMOUNT, currency: 'BRL', method: 'pix', desk_method: null, created_by: null, status: 'pending' },
  ...{ movements: [], refunds: [], received_at: null, due_at: null, provider: null },
  ...more,
});

const remote = (phase: ProviderPhase, more: Partial<ProviderPayment> = {}): ProviderPayment => ({
  ...{ id: 'pay_1', phase, amount: AMOUNT, refunds: [], isDeleted: false, paidOn: null, payUrl: null, slipUrl: null },
  ...more,
});

const after = (payment: Payment, ...states: ProviderPayment[]): Payment =>
  states.reduce((current, state) => ({ ...current, ...reconciled(current, timesOf(AT, 'UTC'), state) }), payment);

describe('a payment that follows its provider', () => {
  const back = (amount: number): ProviderRefund[] => [{ key: null, amount, status: 'done', madeOn: null }];

  it.each<[string, ProviderPayment[], PaymentStatus, number]>([
    ['waits', [remote('open')], 'pending', 0],
    ['is overdue, then received', [remote('overdue'), remote('received')], 'received', AMOUNT],
    [
      'is received although the overdue event comes later',
      [remote('received'), remote('received')],
      'received',
      AMOUNT,
    ],
    ['is confirmed by card, received a month later', [remote('confirmed'), remote('received')], 'received', AMOUNT],
    ['is confirmed', [remote('confirmed')], 'confirmed', AMOUNT],
    ['is paid back in part', [remote('received', { refunds: back(2_000) })], 'received', AMOUNT - 2_000],
    ['is paid back in two parts', [remote('received', { refunds: [...back(2_000), ...back(7_000)] })], 'refunded', 0],
    ['is refunded before anybody saw it received', [remote('refunded')], 'refunded', 0],
    ['is being refunded', [remote('received'), remote('refunding')], 'received', AMOUNT],
    ['is charged back', [remote('confirmed'), remote('charged_back')], 'refunded', 0],
    ['wins the dispute', [remote('confirmed'), remote('charged_back'), remote('received')], 'received', AMOUNT],
    ['is charged back after a refund', [remote('charged_back', { refunds: back(2_000) })], 'refunded', 0],
    ['is deleted', [remote('open', { isDeleted: true })], 'cancelled', 0],
    ['is deleted and restored', [remote('open', { isDeleted: true }), remote('open')], 'pending', 0],
    ['was not received in cash after all', [remote('received'), remote('open')], 'pending', 0],
    ['stays as it is for a state that nobody knows', [remote('received'), remote('unknown')], 'received', AMOUNT],
  ])('%s', (_, states, status, net) => {
    const payment = after(aPayment(), ...states);
    expect([payment.status, netOf(payment)]).toEqual([status, net]);
    expect(after(payment, states.at(-1)!)).toEqual(payment);
  });

  it('has its money on the days that the provider names', () => {
    const refunds = [{ key: null, amount: 2_000, status: 'done' as const, madeOn: '2030-01-06' }];
    const payment = after(aPayment(), remote('received', { paidOn: '2030-01-04' }), remote('received', { refunds }));
    expect(payment.received_at).toEqual(new Date('2030-01-04T12:00:00Z'));
    expect(payment.movements.map(({ at }) => at.toISOString())).toEqual([
      '2030-01-04T12:00:00.000Z',
      '2030-01-06T12:00:00.000Z',
    ]);
    const today = timesOf(AT, 'America/Sao_Paulo');
    expect([today('2030-01-07'), today(null)]).toEqual([AT, AT]);
    expect(today('2030-01-06')).toEqual(new Date('2030-01-06T15:00:00Z'));
  });

  it('settles the refunds that staff have asked for', () => {
    const refund = {
      _id: new Types.ObjectId(),
      amount: 2_000,
      status: 'requested' as const,
      reason: null,
      at: AT,
      by: null,
    };
    const payment = after(aPayment({ refunds: [refund] }), remote('received'));
    expect(payment.refunds).toEqual([refund]);
    const key = refund._id.toHexString();
    const done = after(
      payment,
      remote('received', { refunds: [{ key, amount: 2_000, status: 'done', madeOn: null }] }),
    );
    expect([done.refunds[0]?.status, netOf(done)]).toEqual(['done', AMOUNT - 2_000]);
    const failed = after(
      payment,
      remote('received', { refunds: [{ key, amount: 2_000, status: 'failed', madeOn: null }] }),
    );
    expect([failed.refunds[0]?.status, netOf(failed)]).toEqual(['failed', AMOUNT]);
  });

  it('has the sum of the provider, whatever it missed on the way', () => {
    const phases = fc.constantFrom<ProviderPhase>(
      'open',
      'overdue',
      'confirmed',
      'received',
      'charged_back',
      'refunded',
    );
    const state = fc.record({
      phase: phases,
      refunds: fc.array(fc.integer({ min: 1, max: AMOUNT }), { maxLength: 3 }),
    });
    fc.assert(
      fc.property(fc.array(state, { minLength: 1, maxLength: 12 }), (history) => {
        const states = history.map(({ phase, refunds }) => {
          const parts: ProviderRefund[] = [];
          let left = AMOUNT;
          for (const amount of refunds) {
            if (amount > left) break;
            left -= amount;
            parts.push({ key: null, amount, status: 'done', madeOn: null });
          }
          return remote(phase, phase === 'open' || phase === 'overdue' ? {} : { refunds: parts });
        });
        const last = states.at(-1)!;
        const paidBack = last.refunds.reduce((sum, { amount }) => sum + amount, 0);
        const theirs = last.phase === 'confirmed' || last.phase === 'received' ? AMOUNT - paidBack : 0;
        expect(netOf(after(aPayment(), ...states))).toBe(theirs);
        expect(netOf(after(aPayment(), last))).toBe(theirs);
      }),
    );
  });
});
