import { ApiProperty } from '@nestjs/swagger';
import { Flag, LocalDate, Parts, TimeZone } from '../../../../../core/http/index.js';
import { versionOf } from '../../../../../core/tenancy/index.js';
import type { StaffSchedule } from '../staff-schedule.schema.js';
import { DateOverrideDto, WeeklyDayDto } from './schedule-parts.dto.js';

const MAX_WEEKLY = 42;
const MAX_OVERRIDES = 400;

/** When somebody works. It replaces what was there. */
export class PutScheduleDto {
  @TimeZone({ nullable: true, description: 'IANA name; null: that of the company' })
  time_zone: string | null = null;

  @Parts(() => WeeklyDayDto, MAX_WEEKLY)
  weekly!: WeeklyDayDto[];

  @LocalDate({ nullable: true, description: 'Any day of a week A; needed where weeks alternate' })
  week_a_starts: string | null = null;

  @Parts(() => DateOverrideDto, MAX_OVERRIDES, { optional: true, default: [] })
  overrides: DateOverrideDto[] = [];

  @Flag({ optional: true, default: true, description: 'Whether customers may be given to this person' })
  bookable: boolean = true;
}

export class StaffScheduleDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  staff_id!: string;

  @ApiProperty({ type: String, nullable: true })
  time_zone!: string | null;

  @ApiProperty({ type: [WeeklyDayDto] })
  weekly!: WeeklyDayDto[];

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  week_a_starts!: string | null;

  @ApiProperty({ type: [DateOverrideDto] })
  overrides!: DateOverrideDto[];

  @ApiProperty()
  bookable!: boolean;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of schedules, the oldest first. */
export class StaffSchedulePageDto {
  @ApiProperty({ type: [StaffScheduleDto] })
  items!: StaffScheduleDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toStaffScheduleDto(schedule: StaffSchedule): StaffScheduleDto {
  const { _id, company_id, staff_id, revision, ...fields } = schedule;
  return {
    ...fields,
    version: versionOf({ revision }),
    _id: _id.toHexString(),
    company_id: company_id.toHexString(),
    staff_id: staff_id.toHexString(),
  };
}
