import { ApiProperty, IntersectionType, PickType } from '@nestjs/swagger';
import { LocalDate } from '../../../../core/http/index.js';

const NULLABLE_MS = { type: Number, nullable: true, example: 240_000 } as const;
const NULLABLE_NAME = { type: String, nullable: true } as const;

export class DashboardPeriodDto {
  @LocalDate({ optional: true, example: '2030-01-01', description: 'Local; the default is 29 days before `to`' })
  from?: string;

  @LocalDate({
    optional: true,
    example: '2030-01-30',
    description: 'Local, included; the default is today. At most 366 days',
  })
  to?: string;
}

/** Milliseconds; null without a reply. */
export class PercentilesDto {
  @ApiProperty(NULLABLE_MS) p50!: number | null;
  @ApiProperty(NULLABLE_MS) p90!: number | null;
}

export class MessageFiguresDto {
  messages_in!: number;
  /** By people, bots and phones; without notes and without messages that failed. */
  messages_out!: number;
  /** From the first message of a customer to the first reply, for waits that began in the period. */
  first_reply_ms!: PercentilesDto;
}

export class BookingFiguresDto {
  /** Appointments that start in the period, without cancelled ones. */
  bookings!: number;
  no_shows!: number;
  /** Money that came in less money that went back in the period, in the minor unit of the currency; other currencies are left out. */
  @ApiProperty({ example: 45_000 }) revenue!: number;
}

export class DayFiguresDto extends IntersectionType(MessageFiguresDto, BookingFiguresDto) {
  /** Local. */
  @ApiProperty({ example: '2030-01-07' }) date!: string;
}

export class ChannelFiguresDto extends MessageFiguresDto {
  _id!: string;
  /** Null if the channel does not exist any more. */
  @ApiProperty(NULLABLE_NAME) name!: string | null;
}

export class ServiceFiguresDto extends BookingFiguresDto {
  _id!: string;
  /** Null if the service was deleted. */
  @ApiProperty(NULLABLE_NAME) name!: string | null;
}

export class PersonFiguresDto extends IntersectionType(
  PickType(MessageFiguresDto, ['messages_out', 'first_reply_ms']),
  BookingFiguresDto,
) {
  _id!: string;
  /** Null if the user does not exist any more. */
  @ApiProperty(NULLABLE_NAME) name!: string | null;
}

export class DashboardStatsDto extends IntersectionType(MessageFiguresDto, BookingFiguresDto) {
  time_zone!: string;
  @ApiProperty({ example: 'BRL' }) currency!: string;
  /** Open conversations now. */
  open!: number;
  /** Conversations now whose customer has waited for more than ten minutes. */
  waiting!: number;
  /** Each day of the period. */
  by_day!: DayFiguresDto[];
  by_channel!: ChannelFiguresDto[];
  by_service!: ServiceFiguresDto[];
  by_person!: PersonFiguresDto[];
}
