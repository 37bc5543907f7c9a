import { AppError, type FieldProblem } from '../../../../core/errors/index.js';
import type { PutScheduleDto } from './dto/schedule.dto.js';
import type { WindowDto } from './dto/schedule-parts.dto.js';

const MINUTES_A_DAY = 1_440;

/** @throws AppError VALIDATION_ERROR for overlapping windows of a day, and for A/B weeks without a first week */
export function assertScheduleRules({ weekly, overrides, week_a_starts }: PutScheduleDto): void {
  const problems: FieldProblem[] = [];
  weekly.forEach((day, index) => {
    // A day without a week shares its date with both weeks.
    const sameDay = weekly.filter(
      (other) =>
        other.weekday === day.weekday && (other === day || !other.week || !day.week || other.week === day.week),
    );
    if (overlap(sameDay.flatMap(({ windows }) => windows))) problems.push(overlapAt(`weekly.${index}.windows`));
  });
  overrides.forEach(({ date, kind, windows }, index) => {
    const sameDay = overrides.filter((other) => other.date === date && other.kind === kind);
    if (overlap(sameDay.flatMap((one) => one.windows))) problems.push(overlapAt(`overrides.${index}.windows`));
    if (windows.length === 0 && kind !== 'replace')
      problems.push({ field: `overrides.${index}.windows`, message: `windows must name what to ${kind}` });
  });
  if (weekly.some(({ week }) => week !== null) && week_a_starts === null)
    problems.push({ field: 'week_a_starts', message: 'week_a_starts must be given where weeks alternate' });
  if (problems.length > 0) throw AppError.validation(problems);
}

export function overlap(windows: readonly WindowDto[]): boolean {
  const spans = windows.map(spanOf).sort((one, other) => one.from - other.from);
  return spans.some(({ from }, index) => index > 0 && from < (spans[index - 1]?.to ?? 0));
}

function spanOf({ from, to }: WindowDto): { from: number; to: number } {
  const [start, end] = [minuteOf(from), minuteOf(to)];
  return { from: start, to: end > start ? end : end + MINUTES_A_DAY };
}

function minuteOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function overlapAt(field: string): FieldProblem {
  return { field, message: 'windows of one day may not overlap' };
}
