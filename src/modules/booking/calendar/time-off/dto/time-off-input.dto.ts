import { Choice, DayOrInstant, Id, Instant, PageQueryDto, Part, Text } from '../../../../../core/http/index.js';
import { TIME_OFF_STATUSES, type TimeOffStatus } from '../time-off.schema.js';
import { RepeatDto } from './repeat.dto.js';

const MAX_REASON = 500;

export class CreateTimeOffDto {
  @Id()
  staff_id!: string;

  @Instant()
  starts_at!: string;

  @Instant()
  ends_at!: string;

  @Text(MAX_REASON, { nullable: true })
  reason?: string | null;

  @Part(() => RepeatDto, { nullable: true, description: 'At the same time on the wall, every week' })
  repeat?: RepeatDto | null;
}

/** Approves a request, or says more of it. Fields that are left out stay as they are. */
export class UpdateTimeOffDto {
  @Choice(TIME_OFF_STATUSES, { optional: true })
  status?: TimeOffStatus;

  @Text(MAX_REASON, { nullable: true })
  reason?: string | null;
}

export class TimeOffQueryDto extends PageQueryDto {
  @Id({ optional: true })
  staff_id?: string;

  @DayOrInstant({
    optional: true,
    description: 'Only time off that can end after this time; a date means the whole local day',
  })
  from?: string;

  @DayOrInstant({
    optional: true,
    description: 'Only time off that begins before this time; a date means the whole local day',
  })
  to?: string;
}
