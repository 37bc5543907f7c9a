import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsISO8601,
  IsMongoId,
  IsOptional,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  MinLength,
  ValidateIf,
} from 'class-validator';
import { Id, Instant, PageQueryDto, QueryFlag } from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { type Platform, PLATFORMS } from '../../../customers/contacts/index.js';
import { LIST_SORTS, type ListSort, OWNER_FILTERS, type OwnerFilter } from '../conversation-list.js';
import { type View, VIEWS } from '../conversation-views.js';
import {
  CONVERSATION_STATUSES,
  type ConversationStatus,
  PRIORITIES,
  type Priority,
} from '../schemas/conversation.schema.js';

const MAX_LABELS = 20;
/** ISO 8601 has weeks and days of the year too, which Date does not read. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;
const MAX_LABEL_LENGTH = 40;

/** What a list of conversations may be narrowed to. All filters that are given must hold. */
export class ConversationFilterDto {
  /** A ready-made view: open conversations that are the caller's, nobody's, waiting for 10 minutes, … */
  @IsOptional()
  @IsIn(VIEWS)
  @ApiPropertyOptional({ enum: VIEWS })
  view?: View;

  @IsOptional()
  @IsIn(CONVERSATION_STATUSES)
  @ApiPropertyOptional({ enum: CONVERSATION_STATUSES })
  status?: ConversationStatus;

  @IsOptional()
  @IsIn(PLATFORMS)
  @ApiPropertyOptional({ enum: PLATFORMS })
  platform?: Platform;

  /** `me`, `none` or a staff member's id. */
  @IsOptional()
  @Matches(/^(me|none|[0-9a-f]{24})$/)
  assignee?: string;

  /** Of this team. */
  @Id({ optional: true })
  team_id?: string;

  /** `person`: somebody of the staff has taken it; `bot`: flows and the assistant may answer; `nobody`: neither. */
  @IsOptional()
  @IsIn(OWNER_FILTERS)
  @ApiPropertyOptional({ enum: OWNER_FILTERS })
  owner?: OwnerFilter;

  @IsOptional()
  @IsString()
  @MinLength(1)
  @MaxLength(MAX_LABEL_LENGTH)
  label?: string;

  /** `true`: only conversations in which the caller has unread messages. */
  @QueryFlag()
  unread?: boolean;

  /** The customer waits for an answer since this time or longer. */
  @Instant({ optional: true, example: '2030-01-31T09:00:00Z' })
  waiting_before?: string;

  /** The reply window is open now and closes before this time. */
  @Instant({ optional: true, example: '2030-01-31T13:00:00Z' })
  window_closes_before?: string;

  /** Words of the contact's name or phone, of a pet's name or of a message. */
  @IsOptional()
  @IsString()
  @MaxLength(MAX_QUERY_LENGTH)
  q?: string;
}

export class ListConversationsDto extends IntersectionType(ConversationFilterDto, PageQueryDto) {
  /** `latest` newest activity first; `waiting` longest waiting first; `window` closing soonest first. */
  @IsOptional()
  @IsIn(LIST_SORTS)
  @ApiPropertyOptional({ enum: LIST_SORTS, default: 'latest' })
  sort?: ListSort;
}

export class UpdateConversationDto {
  @IsOptional()
  @IsIn(CONVERSATION_STATUSES)
  @ApiPropertyOptional({ enum: CONVERSATION_STATUSES })
  status?: ConversationStatus;

  /** Until when; only with status `snoozed`, null for "until the next message". */
  @IsOptional()
  @IsISO8601({ strict: true })
  @Matches(INSTANT, { message: 'snoozed_until must be a date with a time and its zone' })
  @ApiPropertyOptional({ type: String, format: 'date-time', nullable: true })
  snoozed_until?: string | null;

  /** A staff member's id takes the conversation for that person; null frees it. */
  @ValidateIf((dto: UpdateConversationDto) => dto.assignee_id !== undefined && dto.assignee_id !== null)
  @IsMongoId()
  @ApiPropertyOptional({ type: String, nullable: true })
  assignee_id?: string | null;

  /** Takes it even where a colleague has it. */
  @IsOptional()
  @IsBoolean()
  force?: boolean;

  @ValidateIf((dto: UpdateConversationDto) => dto.team_id !== undefined && dto.team_id !== null)
  @IsMongoId()
  @ApiPropertyOptional({ type: String, nullable: true })
  team_id?: string | null;

  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_LABELS)
  @IsString({ each: true })
  @MinLength(1, { each: true })
  @MaxLength(MAX_LABEL_LENGTH, { each: true })
  labels?: string[];

  @IsOptional()
  @IsIn(PRIORITIES)
  @ApiPropertyOptional({ enum: PRIORITIES })
  priority?: Priority;

  /** `off` when a person takes over from flows and the assistant. */
  @IsOptional()
  @IsIn(['on', 'off'])
  @ApiPropertyOptional({ enum: ['on', 'off'] })
  automation?: 'on' | 'off';
}

export class MarkConversationReadDto {
  /** `seq` of the newest message on the reader's screen. */
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  up_to_seq!: number;
}

export class TypingDto {
  @IsBoolean()
  @ApiProperty()
  typing!: boolean;
}
