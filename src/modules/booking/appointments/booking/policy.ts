import type { AppointmentDetails, StoredBooking } from '../../reservations/index.js';
import type { PolicyDto } from '../../catalog/index.js';
import { feeChanged, tooManyReschedules } from './booking.errors.js';

const HOUR_MS = 3_600_000;
const PERCENT = 100;

type Priced = Pick<AppointmentDetails, 'policy' | 'price' | 'starts_at' | 'pending_on'>;

/** The effect of a policy now. Fees are in minor units of the appointment's currency. */
export interface PolicyView {
  cancel_fee: number;
  reschedule_fee: number;
  can_cancel: boolean;
  can_reschedule: boolean;
}

export function strictestPolicy(policies: readonly PolicyDto[]): PolicyDto {
  const largest = (of: (policy: PolicyDto) => number): number => Math.max(...policies.map(of));
  return {
    free_cancel_hours: largest((one) => one.free_cancel_hours),
    free_reschedule_hours: largest((one) => one.free_reschedule_hours),
    late_fee_percent: largest((one) => one.late_fee_percent),
    max_reschedules: Math.min(...policies.map((one) => one.max_reschedules)),
    no_show_fee_percent: largest((one) => one.no_show_fee_percent),
  };
}

export function cancelFee(booked: Priced, now: Date): number {
  return isLate(booked, now) ? percentOf(booked.price, booked.policy.late_fee_percent) : 0;
}

/** An unapproved request is never late. */
export const isLate = ({ policy, starts_at, pending_on }: Priced, now: Date): boolean =>
  !isRequest({ pending_on }) && isWithin(starts_at, policy.free_cancel_hours, now);

/** An unapproved request moves without a fee. */
export function rescheduleFee({ policy, price, starts_at, pending_on }: Priced, now: Date): number {
  return !isRequest({ pending_on }) && isWithin(starts_at, policy.free_reschedule_hours, now)
    ? percentOf(price, policy.late_fee_percent)
    : 0;
}

export const noShowFee = ({ policy, price }: Priced): number => percentOf(price, policy.no_show_fee_percent);

/** Refuses a fee that differs from the one that the customer saw. @param expected undefined: any fee @throws AppError FEE_CHANGED */
export function assertFee(expected: number | undefined, fee: number): void {
  if (expected !== undefined && expected !== fee) throw feeChanged(fee);
}

export function addFee({ fee }: Pick<AppointmentDetails, 'fee'>, more: number): number {
  return (fee ?? 0) + more;
}

/** @param expectedFee see {@link assertFee} @throws AppError RESCHEDULE_LIMIT | FEE_CHANGED */
export function fieldsOfCustomerMove(
  current: StoredBooking,
  now: Date,
  expectedFee?: number,
): Pick<StoredBooking, 'reschedules' | 'fee' | 'fee_before_request'> {
  if (current.reschedules >= current.policy.max_reschedules) throw tooManyReschedules();
  const fee = rescheduleFee(current, now);
  assertFee(expectedFee, fee);
  return {
    reschedules: current.reschedules + 1,
    fee: addFee(current, fee),
    ...(isRequest(current) ? {} : { fee_before_request: current.fee }),
  };
}

/** A refused request gives back the fee of its move. */
export function fieldsOfCompanyCancel(current: StoredBooking): Partial<Pick<StoredBooking, 'fee'>> {
  const { fee_before_request: fee } = current;
  return isRequest(current) && fee !== undefined ? { fee } : {};
}

export function policyView(booking: StoredBooking, now: Date): PolicyView {
  const isBeforeStart = booking.state === 'CONFIRMED' && booking.starts_at > now;
  return {
    cancel_fee: cancelFee(booking, now),
    reschedule_fee: rescheduleFee(booking, now),
    can_cancel: isBeforeStart,
    can_reschedule: isBeforeStart && booking.reschedules < booking.policy.max_reschedules,
  };
}

function isRequest({ pending_on }: Pick<Priced, 'pending_on'>): boolean {
  return pending_on.some(({ kind }) => kind === 'approval');
}

function isWithin(starts_at: Date, hours: number, now: Date): boolean {
  return starts_at.getTime() - now.getTime() < hours * HOUR_MS;
}

function percentOf(price: number | null, percent: number): number {
  return Math.round(((price ?? 0) * percent) / PERCENT);
}
