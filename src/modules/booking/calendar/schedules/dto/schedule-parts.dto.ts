import { Choice, EndOfWindow, LocalDate, Parts, TimeOfDay, WholeNumber } from '../../../../../core/http/index.js';

export const WEEKS = ['A', 'B'] as const;
export type Week = (typeof WEEKS)[number];
export const OVERRIDE_KINDS = ['replace', 'add', 'remove'] as const;
export type OverrideKind = (typeof OVERRIDE_KINDS)[number];

const MAX_WINDOWS = 12;

/** Times on the wall; a `to` that is not after `from` is on the next day. */
export class WindowDto {
  @TimeOfDay()
  from!: string;

  @EndOfWindow()
  to!: string;
}

export class WeeklyDayDto {
  @WholeNumber(1, 7, { description: 'ISO: 1 Monday ... 7 Sunday' })
  weekday!: number;

  @Parts(() => WindowDto, MAX_WINDOWS)
  windows!: WindowDto[];

  @Choice(WEEKS, { nullable: true, description: 'Only in these weeks, of alternating ones; null: in all' })
  week: Week | null = null;
}

export class DateOverrideDto {
  @LocalDate()
  date!: string;

  @Parts(() => WindowDto, MAX_WINDOWS, { description: 'None, with the kind `replace`: a day off' })
  windows!: WindowDto[];

  @Choice(OVERRIDE_KINDS, {
    optional: true,
    default: 'replace',
    description: 'Instead of the usual windows, beside, or out of them',
  })
  kind: OverrideKind = 'replace';
}
