import type { BookingEventType, BookingState } from './booking.js';

/** One way from a state to another, and what it asks for. */
export interface StepRule {
  readonly from: BookingState;
  readonly to: BookingState;
  readonly event: BookingEventType;
  /** Undoing is for managers. */
  readonly by: 'staff' | 'manager';
  /** `on_day`: only on the local days of the appointment; `after_start`: only once it should have begun. */
  readonly when: 'any_time' | 'on_day' | 'after_start';
  /** What becomes of the claimed time: `free_rest` keeps what has passed, `take_back` claims again what was freed. */
  readonly time: 'keep' | 'free_all' | 'free_rest' | 'take_back';
}

/**
 * Every step of a confirmed booking. What is not listed is refused; cancelling is no step, because a cancelled booking is
 * dead and cannot come back (BookingLifecycle.cancel).
 */
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

/** The rule of a step. */
export const stepRule = (step: BookingStep): StepRule => BOOKING_STEPS[step];

/** The step that leads from one state to another, if there is one. */
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
