import { ApiProperty } from '@nestjs/swagger';
import { DiaryAppointmentDto } from '../../../booking/appointments/index.js';
import { ChannelDto } from '../../../inbox/channels/index.js';
import { ConversationDto } from '../../../inbox/conversations/index.js';

export class DashboardTodayDto {
  /** Local. */
  @ApiProperty({ example: '2030-01-07' }) date!: string;
  time_zone!: string;
  /** Appointments that start today, by their start, without cancelled ones. */
  arrivals!: DiaryAppointmentDto[];
  /** The five conversations whose customers have waited longest, for more than ten minutes. */
  waiting!: ConversationDto[];
  /** How many customers have waited for more than ten minutes. */
  waiting_count!: number;
  /** Channels with a problem; `health.next_step` says what to do. */
  channels!: ChannelDto[];
  /** Appointments of today and the next six days with an open gate: see `warnings` and `pending_on`. */
  gates!: DiaryAppointmentDto[];
}
