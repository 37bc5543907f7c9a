import { ApiProperty } from '@nestjs/swagger';
import { Choice, Text } from '../../../../core/http/index.js';
import { type Direction, DIRECTIONS } from '../schemas/calendar-link.schema.js';
import {
  CONNECTION_STATES,
  type ConnectionState,
  EDIT_MODES,
  type EditMode,
} from '../schemas/google-connection.schema.js';

const MAX_CALENDAR_ID = 400;

export class GoogleStaffCalendarDto {
  staff_id!: string;
  calendar_id!: string;
  calendar_name!: string;
  @ApiProperty({ enum: DIRECTIONS, description: 'push: appointments to Google; pull: busy times from Google' })
  direction!: Direction;
  @ApiProperty({ type: Date, nullable: true })
  last_synced_at!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: 'Null while all is well' })
  error!: string | null;
}

export class GoogleCalendarDto {
  @ApiProperty({ description: 'Whether this installation has a Google app' })
  is_configured!: boolean;
  @ApiProperty({ enum: CONNECTION_STATES })
  state!: ConnectionState;
  @ApiProperty({ type: String, nullable: true })
  account_email!: string | null;
  @ApiProperty({ type: String, nullable: true })
  error!: string | null;
  @ApiProperty({ enum: EDIT_MODES, description: 'What a changed time in Google does: it moves the appointment or not' })
  edits!: EditMode;
  @ApiProperty({ type: [GoogleStaffCalendarDto] })
  staff!: GoogleStaffCalendarDto[];
}

export class PutGoogleCalendarDto {
  @Choice(EDIT_MODES, { example: 'restore' })
  edits!: EditMode;
}

export class GoogleLoginUrlDto {
  @ApiProperty({ description: 'Open it in the same browser; it can be used once, for ten minutes' })
  url!: string;
}

export class GoogleCalendarChoiceDto {
  id!: string;
  name!: string;
  is_primary!: boolean;
  @ApiProperty({ description: 'Without it only the direction pull is possible' })
  can_write!: boolean;
  time_zone!: string;
}

export class GoogleCalendarChoicesDto {
  @ApiProperty({ type: [GoogleCalendarChoiceDto] })
  items!: GoogleCalendarChoiceDto[];
}

export class PutStaffCalendarDto {
  @Text(MAX_CALENDAR_ID, { example: 'primary' })
  calendar_id!: string;

  @Choice(DIRECTIONS, { example: 'both' })
  direction!: Direction;
}

export class GoogleSyncDto {
  queued!: boolean;
}

export class GoogleConflictDto {
  _id!: string;
  staff_id!: string;
  starts_at!: Date;
  ends_at!: Date;
  @ApiProperty({ type: String, nullable: true, description: 'Null for private events' })
  title!: string | null;
  @ApiProperty({ type: [String], description: 'Booked appointments at this time, or the one that could not be moved' })
  appointment_ids!: string[];
  created_at!: Date;
}

export class GoogleConflictListDto {
  @ApiProperty({ type: [GoogleConflictDto] })
  items!: GoogleConflictDto[];
}
