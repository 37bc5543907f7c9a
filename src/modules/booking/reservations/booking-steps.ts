import type { BookingEventType, BookingState } from './booking.js';

/** A step from one state to another, with its conditions. */
export interface StepRule {
  readonly from: BookingState;
  readonly to: BookingState;
  readonly event: BookingEventType;
  readonly by: 'staff' | 'manager';
  /** `on_day`: on the local days of the appointment; `after_start`: after its start. */
  readonly when: 'any_time' | 'on_day' | 'after_start';
  /** `free_rest` frees the time after now; `take_back` claims freed time again. */
  readonly time: 'keep' | 'free_all' | 'free_rest' | 'take_back';
}

/** All steps of a confirmed booking. Cancelling is not a step, because a cancelled booking cannot come back. */
export const BOOKING_STEPS = {
  check_in: rule('CONFIRMED', 'CHECKED_IN', 'checked_in', 'staff', 'on_day', 'keep'),
  start: rule('CHECKED_IN', 'IN_PROGRESS', 'started', 'staff', 'on_day', 'keep'),
  complete: rule('IN_PROGRESS', 'DONE', 'completed', 'staff', 'on_day', 'free_rest'),
  no_show: rule('CONFIRMED', 'NO_SHOW', 'no_show', 'staff', 'after_start', 'free_all'),
  undo_check_in: rule('CHECKED_IN', 'CONFIRMED', 'reopened', 'manager', 'any_time', 'keep'),
  undo_start: rule('IN_PROGRESS', 'CHECKED_IN', 'reopened', 'manager', 'any_time', 'keep'),
  undo_complete: rule('DONE', 'IN_PROGRESS', 'reopened', 'manager', 'any_time', 'take_back'),
  undo_no_show: rule('NO_SHOW', 'CONFIRMED', 'reopened', 'manager', 'any_time', 'take_back'),
} as const satisfies Readonly<Record<string, StepRule>>;

export type BookingStep = keyof typeof BOOKING_STEPS;

export const stepRule = (step: BookingStep): StepRule => BOOKING_STEPS[step];

export function stepBetween(from: BookingState, to: BookingState): BookingStep | undefined {
  const steps = Object.keys(BOOKING_STEPS) as BookingStep[];
  return steps.find((step) => BOOKING_STEPS[step].from === from && BOOKING_STEPS[step].to === to);
}

function rule(
  from: BookingState,
  to: BookingState,
  event: BookingEventType,
  by: StepRule['by'],
  when: StepRule['when'],
  time: StepRule['time'],
): StepRule {
  return { from, to, event, by, when, time };
}
