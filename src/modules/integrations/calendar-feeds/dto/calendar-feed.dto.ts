import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { Field, Id } from '../../../../core/http/index.js';
import { type CalendarFeed, FEED_KINDS, type FeedKind } from '../schemas/calendar-feed.schema.js';

export class CreateCalendarFeedDto {
  /** Whose appointments: of the whole company, of one person, or of one room, table or kennel. */
  @Field({ type: 'string', enum: [...FEED_KINDS] }, { example: 'company' }, IsIn(FEED_KINDS))
  kind!: FeedKind;

  @Id({ optional: true, description: 'Only with kind staff' })
  staff_id?: string;

  @Id({ optional: true, description: 'Only with kind resource' })
  resource_id?: string;
}

export class CalendarFeedDto {
  _id!: string;
  @ApiProperty({ enum: FEED_KINDS })
  kind!: FeedKind;
  @ApiProperty({ type: String, nullable: true })
  staff_id!: string | null;
  @ApiProperty({ type: String, nullable: true })
  resource_id!: string | null;
  @ApiProperty({
    description: 'The user who made it; the feed ends when this person leaves, or is no manager any more',
  })
  created_by!: string;
  @ApiProperty({
    type: Date,
    nullable: true,
    description: 'When a calendar program last asked; updated at most once a minute',
  })
  last_read_at!: Date | null;
  created_at!: Date;
}

export class CreatedCalendarFeedDto extends CalendarFeedDto {
  @ApiProperty({
    description: 'The address for calendar programs, shown only now. Whoever has it can read the appointments.',
    example: 'https://app.example.com/api/v1/public/feeds/4tq….ics',
  })
  url!: string;
}

export class CalendarFeedListDto {
  @ApiProperty({ type: [CalendarFeedDto] })
  items!: CalendarFeedDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toCalendarFeedDto(feed: CalendarFeed): CalendarFeedDto {
  const { _id, kind, staff_id, resource_id, created_by, last_read_at, created_at } = feed;
  return {
    _id: _id.toHexString(),
    kind,
    staff_id: staff_id?.toHexString() ?? null,
    resource_id: resource_id?.toHexString() ?? null,
    created_by: created_by.toHexString(),
    last_read_at,
    created_at,
  };
}
