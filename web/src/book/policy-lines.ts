import { hoursWords, percentWords } from './formats.ts';
import type { Policy } from './visitor-api.ts';
import { fill, type Language, plural } from './words.ts';

/** The conditions of an appointment in sentences. */
export function policyLines(policy: Policy, { words, locale }: Language): string[] {
  const { free_cancel_hours, free_reschedule_hours, late_fee_percent, max_reschedules, no_show_fee_percent } = policy;
  const text = words.policy;
  const percent = percentWords(late_fee_percent, locale);
  const until = (hours: number) => ({ time: hoursWords(hours, locale), percent });
  const costsLater = (hours: number): boolean => late_fee_percent > 0 && hours > 0;
  const moves = (name: string, values = {}): string => plural(text, { name, count: max_reschedules, locale }, values);
  return [
    costsLater(free_cancel_hours) ? fill(text.cancelUntil, until(free_cancel_hours)) : text.cancelFree,
    max_reschedules === 0
      ? text.moveNever
      : costsLater(free_reschedule_hours)
        ? moves('moveUntil', until(free_reschedule_hours))
        : moves('moveFree'),
    ...(no_show_fee_percent > 0 ? [fill(text.noShow, { percent: percentWords(no_show_fee_percent, locale) })] : []),
  ];
}
