import type { BookingState } from './booking.js';

export const APPOINTMENT_STATUSES = [
  'held',
  'pending',
  'confirmed',
  'checked_in',
  'in_progress',
  'completed',
  'cancelled',
  'no_show',
] as const;
export type AppointmentStatus = (typeof APPOINTMENT_STATUSES)[number];

const STATUS_OF: Readonly<Record<BookingState, AppointmentStatus>> = {
  CLAIMING: 'held',
  HELD: 'held',
  PAYING: 'held',
  CONFIRMED: 'confirmed',
  CHECKED_IN: 'checked_in',
  IN_PROGRESS: 'in_progress',
  DONE: 'completed',
  NO_SHOW: 'no_show',
  FAILED: 'cancelled',
  EXPIRED: 'cancelled',
  CANCELLED: 'cancelled',
};

export function statusOf(state: BookingState): AppointmentStatus {
  return STATUS_OF[state];
}

export const SETTABLE_STATES = {
  confirmed: 'CONFIRMED',
  checked_in: 'CHECKED_IN',
  in_progress: 'IN_PROGRESS',
  completed: 'DONE',
  no_show: 'NO_SHOW',
  cancelled: 'CANCELLED',
} as const satisfies Partial<Record<AppointmentStatus, BookingState>>;
export type SettableStatus = keyof typeof SETTABLE_STATES;

export function statesOf(status: AppointmentStatus): BookingState[] {
  return (Object.keys(STATUS_OF) as BookingState[]).filter((state) => STATUS_OF[state] === status);
}
