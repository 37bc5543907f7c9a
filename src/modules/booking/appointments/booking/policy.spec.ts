import { appointmentDetails } from '../../../../../test/builders/bookings.js';
import type { PolicyDto } from '../../catalog/index.js';
import { cancelFee, addFee, isLate, noShowFee, rescheduleFee, strictestPolicy } from './policy.js';

const HOUR_MS = 3_600_000;
const starts_at = new Date('2030-05-06T09:00:00Z');
const before = (ms: number): Date => new Date(starts_at.getTime() - ms);
const policy: PolicyDto = {
  free_cancel_hours: 24,
  free_reschedule_hours: 2,
  late_fee_percent: 25,
  max_reschedules: 1,
  no_show_fee_percent: 50,
};
const booked = (price: number | null, more: Partial<PolicyDto> = {}) =>
  appointmentDetails({ starts_at, price, policy: { ...policy, ...more } });

describe('the fee of a policy', () => {
  it.each([
    ['a moment before the limit', 24 * HOUR_MS + 1, 0, false],
    ['exactly at the limit', 24 * HOUR_MS, 0, false],
    ['a moment after it', 24 * HOUR_MS - 1, 20, true],
    ['when it begins', 0, 20, true],
    ['afterwards', -HOUR_MS, 20, true],
  ])('%s', (_, aheadMs, fee, late) => {
    const one = booked(80);
    expect([cancelFee(one, before(aheadMs)), isLate(one, before(aheadMs))]).toEqual([fee, late]);
  });

  it('applies a separate time limit for moving', () => {
    const one = booked(80);
    expect([2 * HOUR_MS, 2 * HOUR_MS - 1].map((ms) => rescheduleFee(one, before(ms)))).toEqual([0, 20]);
  });

  it('charges nothing for an unapproved request', () => {
    const one = { ...booked(80), pending_on: [{ kind: 'approval' as const, name: 'approval', pet_id: null }] };
    expect([cancelFee(one, before(0)), rescheduleFee(one, before(0))]).toEqual([0, 0]);
  });

  it('counts as late only after the start if the policy has no limit', () => {
    const one = booked(80, { free_cancel_hours: 0 });
    expect([1, 0, -1].map((ms) => cancelFee(one, before(ms)))).toEqual([0, 0, 20]);
  });

  it('counts as late without a fee', () => {
    for (const one of [booked(null), booked(80, { late_fee_percent: 0 })])
      expect([cancelFee(one, before(0)), isLate(one, before(0))]).toEqual([0, true]);
  });

  it('takes the strictest value of all services', () => {
    const other = {
      ...policy,
      free_cancel_hours: 48,
      late_fee_percent: 10,
      max_reschedules: 0,
      no_show_fee_percent: 80,
    };
    expect(strictestPolicy([policy, other])).toEqual({
      free_cancel_hours: 48,
      free_reschedule_hours: 2,
      late_fee_percent: 25,
      max_reschedules: 0,
      no_show_fee_percent: 80,
    });
  });

  it('rounds to whole minor units', () => {
    expect([
      noShowFee(booked(3_333)),
      noShowFee(booked(null)),
      noShowFee(booked(80, { no_show_fee_percent: 100 })),
    ]).toEqual([1_667, 0, 80]);
    expect(addFee({ fee: 10 }, 20)).toBe(30);
    expect(addFee({ fee: null }, 1_667)).toBe(1_667);
  });
});
