import { ApiProperty } from '@nestjs/swagger';
import { LocalDate } from '../../../../../core/http/index.js';
import { CLOSURE_SCOPES, type ClosureScope, TIME_OFF_STATUSES, type TimeOffStatus } from '../../../calendar/index.js';
import { RESOURCE_CELLS, type ResourceCell } from '../../../catalog/index.js';
import { AppointmentRowDto } from '../../dto/appointment.dto.js';
import type { Diary, DiaryAppointment, DiaryDay } from '../diary.types.js';

const NULLABLE = { type: String, nullable: true } as const;
const DATE = { type: String, format: 'date-time' } as const;

export class DiaryQueryDto {
  @LocalDate({ example: '2030-01-07', description: 'Local; both days are included, 31 at most' })
  from!: string;

  @LocalDate({ example: '2030-01-07' })
  to!: string;
}

export class DiaryCountsQueryDto {
  @LocalDate({ example: '2030-01-01', description: 'Local; both days are included, 62 at most' })
  from!: string;

  @LocalDate({ example: '2030-01-31' })
  to!: string;
}

export class DiaryContactDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ example: 'Maria Lima' }) full_name!: string;
  @ApiProperty({ ...NULLABLE, example: '+5511987654321' }) phone!: string | null;
  @ApiProperty() is_vip!: boolean;
}

export class DiaryPetDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ example: 'Luna' }) name!: string;
  @ApiProperty({ ...NULLABLE, example: 'dog' }) species!: string | null;
  @ApiProperty({ ...NULLABLE, example: 'Poodle' }) breed!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 6.4 }) weight_kg!: number | null;
  @ApiProperty({ ...NULLABLE, example: 'curly' }) coat!: string | null;
  @ApiProperty({ type: [String], example: ['chicken'] }) allergies!: string[];
  @ApiProperty({ type: [String], example: ['bites'] }) temperament!: string[];
  @ApiProperty({ ...NULLABLE, example: 'Afraid of dryers' }) notes!: string | null;
}

export class DiaryAppointmentDto extends AppointmentRowDto implements DiaryAppointment {
  @ApiProperty({
    type: DiaryContactDto,
    nullable: true,
    description: 'Null if nobody is named, or was erased, and for an API key without `contacts:read`',
  })
  contact!: DiaryContactDto | null;

  @ApiProperty({
    type: [DiaryPetDto],
    description: 'Without pets that were deleted; empty for an API key without `pets:read`',
  })
  pets!: DiaryPetDto[];
}

export class DiaryPeriodDto {
  @ApiProperty(DATE) starts_at!: string;
  @ApiProperty(DATE) ends_at!: string;
}

export class DiaryStaffDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ example: 'Ana Souza' }) name!: string;
  @ApiProperty({ type: [DiaryPeriodDto], description: 'Working times; empty on a day off' }) windows!: DiaryPeriodDto[];
}

export class DiaryResourceDto {
  @ApiProperty() _id!: string;
  @ApiProperty({ example: 'Table 1' }) name!: string;
  @ApiProperty() resource_type_id!: string;
  @ApiProperty({ example: 'Table' }) type_name!: string;
  @ApiProperty({ enum: RESOURCE_CELLS, description: 'Unit of its time; `night` for kennels' }) cell!: ResourceCell;
  @ApiProperty({ example: 1, description: 'Places of a pool; 1 for everything else' }) capacity!: number;
}

export class DiaryTimeOffDto extends DiaryPeriodDto {
  @ApiProperty({ description: 'A repeating time off has one id for all its times' }) _id!: string;
  @ApiProperty() staff_id!: string;
  @ApiProperty({ ...NULLABLE, example: 'Lunch' }) reason!: string | null;
  @ApiProperty({ enum: TIME_OFF_STATUSES }) status!: TimeOffStatus;
}

export class DiaryClosureDto extends DiaryPeriodDto {
  @ApiProperty({ description: 'Closed hours of several days have one id' }) _id!: string;
  @ApiProperty({ example: 'Carnival' }) name!: string;
  @ApiProperty({ enum: CLOSURE_SCOPES }) scope!: ClosureScope;
}

export class DiaryDto implements Diary {
  @ApiProperty({ example: 'America/Sao_Paulo', description: 'IANA name of the zone of the dates' }) time_zone!: string;

  @ApiProperty({ type: [DiaryAppointmentDto], description: 'By start; without holds and cancelled appointments' })
  appointments!: DiaryAppointmentDto[];

  @ApiProperty({ type: [DiaryAppointmentDto], description: 'Times that are held until `expires_at`' })
  holds!: DiaryAppointmentDto[];

  @ApiProperty({ type: [DiaryStaffDto], description: 'Sorted by name: people with a schedule or an appointment' })
  staff!: DiaryStaffDto[];

  @ApiProperty({ type: [DiaryResourceDto], description: 'Active tables, kennels and rooms' })
  resources!: DiaryResourceDto[];

  @ApiProperty({ type: [DiaryTimeOffDto] }) time_off!: DiaryTimeOffDto[];
  @ApiProperty({ type: [DiaryClosureDto] }) closures!: DiaryClosureDto[];
}

export class DiaryDayDto implements DiaryDay {
  @ApiProperty({ type: String, format: 'date' }) date!: string;
  @ApiProperty({ description: 'Appointments that start on this day, without holds and cancelled ones' })
  booked!: number;
  @ApiProperty({ description: 'How many of them wait for an approval or a proof' }) pending!: number;
}

export class DiaryCountsDto {
  @ApiProperty({ example: 'America/Sao_Paulo' }) time_zone!: string;
  @ApiProperty({ type: [DiaryDayDto], description: 'Every day of the range' }) days!: DiaryDayDto[];
}
