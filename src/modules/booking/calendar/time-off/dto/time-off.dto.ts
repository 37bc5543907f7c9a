import { ApiProperty } from '@nestjs/swagger';
import { versionOf } from '../../../../../core/tenancy/index.js';
import type { OverlappingAppointment } from '../../ports/appointment-lookups.js';
import { TIME_OFF_STATUSES, type TimeOff, type TimeOffStatus } from '../time-off.schema.js';
import { RepeatDto } from './repeat.dto.js';

export class TimeOffDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  staff_id!: string;

  @ApiProperty()
  starts_at!: Date;

  @ApiProperty()
  ends_at!: Date;

  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;

  @ApiProperty({ type: RepeatDto, nullable: true })
  repeat!: RepeatDto | null;

  @ApiProperty({ enum: TIME_OFF_STATUSES })
  status!: TimeOffStatus;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of times off, by their end. */
export class TimeOffPageDto {
  @ApiProperty({ type: [TimeOffDto] })
  items!: TimeOffDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** An appointment that somebody else has to do now, or that has to move. */
export class HitAppointmentDto implements OverlappingAppointment {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  service_id!: string;

  @ApiProperty({ type: String, nullable: true })
  contact_id!: string | null;

  @ApiProperty()
  starts_at!: Date;

  @ApiProperty()
  ends_at!: Date;

  @ApiProperty()
  status!: string;
}

export class TimeOffAnswerDto {
  @ApiProperty({ type: TimeOffDto })
  time_off!: TimeOffDto;

  @ApiProperty({ type: [HitAppointmentDto], description: 'What it falls on; nothing is moved by itself' })
  appointments!: HitAppointmentDto[];
}

export function toTimeOffDto({ over_at: _over, revision, ...timeOff }: TimeOff): TimeOffDto {
  return {
    ...timeOff,
    version: versionOf({ revision }),
    _id: timeOff._id.toHexString(),
    company_id: timeOff.company_id.toHexString(),
    staff_id: timeOff.staff_id.toHexString(),
  };
}
