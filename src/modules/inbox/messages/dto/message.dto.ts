import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsMongoId,
  IsOptional,
  IsString,
  IsUrl,
  Length,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { EXAMPLE_IDS, IfPresent, PageQueryDto } from '../../../../core/http/index.js';
import { type Platform, PLATFORMS } from '../../../customers/contacts/index.js';
import {
  type AttachmentType,
  type Direction,
  DIRECTIONS,
  MAX_ATTACHMENTS,
  MAX_CONTENT_LENGTH,
  MESSAGE_ROLES,
  type MessageRole,
  OUTGOING_ATTACHMENT_TYPES,
} from '../../message-log/index.js';

const MAX_URL_LENGTH = 2_048;
const MAX_DESCRIPTION_LENGTH = 500;
const MAX_CLIENT_ID_LENGTH = 128;
const MAX_IDS = 200;
const MAX_PAGE = 10_000;

export class AttachmentInputDto {
  @IsIn(OUTGOING_ATTACHMENT_TYPES)
  @ApiProperty({ enum: OUTGOING_ATTACHMENT_TYPES })
  type!: AttachmentType;

  /** Where the platform can fetch the file. */
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true, require_tld: false })
  @MaxLength(MAX_URL_LENGTH)
  url!: string;

  @IfPresent()
  @IsString()
  @MaxLength(MAX_DESCRIPTION_LENGTH)
  file_description?: string;
}

export class CreateMessageDto {
  /** If given, the caller's own. */
  @IfPresent()
  @IsMongoId()
  company_id?: string;

  @IsMongoId()
  contact_id!: string;

  /** `operator` is a person of the staff, `assistant` a bot, `user` the customer: for imports, by owners and managers only. */
  @IsIn(MESSAGE_ROLES)
  @ApiProperty({ enum: MESSAGE_ROLES })
  role!: MessageRole;

  @IsIn(PLATFORMS)
  @ApiProperty({ enum: PLATFORMS })
  platform!: Platform;

  @IsIn(DIRECTIONS)
  @ApiProperty({ enum: DIRECTIONS })
  direction!: Direction;

  /** Content or an attachment is needed. A platform may take less: 422 TEXT_TOO_LONG names its limit. */
  @IfPresent()
  @IsString()
  @MaxLength(MAX_CONTENT_LENGTH)
  @ApiProperty({ required: false, maxLength: MAX_CONTENT_LENGTH })
  content?: string;

  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_ATTACHMENTS)
  @ValidateNested({ each: true })
  @Type(() => AttachmentInputDto)
  attachments?: AttachmentInputDto[];

  /** The client's own id of the message: sending it again stores nothing new, other words under it are 409 CLIENT_ID_REUSED. */
  @IfPresent()
  @IsString()
  @Length(1, MAX_CLIENT_ID_LENGTH)
  client_id?: string;

  /** `seq` of the newest message on the sender's screen; a newer reply of a colleague answers 409 NEWER_REPLY. */
  @IfPresent()
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  last_seen_seq?: number;

  /** Sends in spite of a newer reply. */
  @IfPresent()
  @IsBoolean()
  force?: boolean;
}

/** What the documentation fills in: the ordinary case first. */
export const CREATE_MESSAGE_EXAMPLES = {
  reply: {
    summary: 'A reply to a customer',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'operator',
      direction: 'outbound',
      platform: 'facebook',
      content: 'Luna is ready to be picked up.',
    },
  },
  said_elsewhere: {
    summary: 'What a customer said elsewhere, recorded by an owner or a manager',
    value: {
      contact_id: EXAMPLE_IDS.contact,
      role: 'user',
      direction: 'inbound',
      platform: 'other',
      content: 'Can I bring her on Friday?',
    },
  },
};

export class EditMessageDto {
  @IsString()
  @Length(1, MAX_CONTENT_LENGTH)
  @ApiProperty({ minLength: 1, maxLength: MAX_CONTENT_LENGTH })
  content!: string;
}

export class EditMessageByIdDto extends EditMessageDto {
  @IsMongoId()
  id!: string;
}

export class DeleteMessageByIdDto {
  @IsMongoId()
  id!: string;
}

export class ListMessagesDto extends PageQueryDto {
  @IsMongoId()
  @ApiProperty({ example: EXAMPLE_IDS.contact })
  contact_id!: string;

  @IsOptional()
  @IsIn(PLATFORMS)
  @ApiPropertyOptional({ enum: PLATFORMS })
  platform?: Platform;
}

export class MarkReadDto {
  /** Everything in the conversation … */
  @IfPresent()
  @IsMongoId()
  conversation_id?: string;

  /** … or these messages. */
  @IfPresent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_IDS)
  @IsMongoId({ each: true })
  message_ids?: string[];
}

export class InstagramCustomersDto {
  @IfPresent()
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE)
  page?: number;

  @IfPresent()
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number;
}

export class NoteDto {
  @IsString()
  @Length(1, MAX_CONTENT_LENGTH)
  @ApiProperty({ minLength: 1, maxLength: MAX_CONTENT_LENGTH })
  content!: string;
}
