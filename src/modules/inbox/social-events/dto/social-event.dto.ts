import { ApiProperty } from '@nestjs/swagger';
import { Choice, EXAMPLE_IDS, Id, PageQueryDto } from '../../../../core/http/index.js';
import type { SocialEventRecord } from '../schemas/social-event.schema.js';
import { SOCIAL_KINDS, SOCIAL_VERBS, type SocialDetails, type SocialKind } from '../social-event.js';

export class ListSocialEventsDto extends PageQueryDto {
  @Id({ optional: true, example: EXAMPLE_IDS.channel })
  channel_id?: string;

  @Choice(SOCIAL_KINDS, { optional: true, example: 'comment' })
  kind?: SocialKind;
}

export class SocialAuthorDto {
  /** The person's id at the platform. */
  @ApiProperty({ example: '6700000000000001' }) id!: string;
  @ApiProperty({ type: String, nullable: true, example: 'Ana Souza' }) name!: string | null;
}

export class SocialEventDto {
  @ApiProperty({ example: '0123456789abcdef01234510' }) _id!: string;
  @ApiProperty({ example: EXAMPLE_IDS.channel }) channel_id!: string;
  @ApiProperty({ enum: SOCIAL_KINDS, example: 'comment' }) kind!: string;
  /** The last change that the platform reported. */
  @ApiProperty({ enum: SOCIAL_VERBS, example: 'add' }) verb!: string;
  /** The id of the comment or post; null for a kind without ids. */
  @ApiProperty({ type: String, nullable: true, example: '1000000000000001_77_9' }) external_id!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1000000000000001_77' }) post_id!: string | null;
  /** The comment that it answers or reacts to. */
  @ApiProperty({ type: String, nullable: true, example: null }) parent_id!: string | null;
  /** Null if privacy settings hide the person. */
  @ApiProperty({ type: () => SocialAuthorDto, nullable: true }) author!: SocialAuthorDto | null;
  /** Null after a removal, or if the platform reports ids only. */
  @ApiProperty({ type: String, nullable: true, example: 'How much is a bath?' }) text!: string | null;
  @ApiProperty({ type: String, nullable: true, example: null }) permalink!: string | null;
  /** Depends on `kind`: for instance the reaction, or the numbers of a story. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    example: { media_type: 'FEED' },
  })
  details!: SocialDetails;
  /** The account itself wrote it. */
  @ApiProperty({ example: false }) is_own!: boolean;
  @ApiProperty({ example: false }) is_hidden!: boolean;
  /** It was removed at the platform, and its text was deleted. */
  @ApiProperty({ example: false }) is_removed!: boolean;
  /** When it was made. */
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-28T12:00:00.000Z' }) at!: string;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-28T12:00:00.000Z' }) changed_at!: string;
}

export class SocialEventPageDto {
  @ApiProperty({ type: () => SocialEventDto, isArray: true }) items!: SocialEventDto[];
  @ApiProperty({ type: String, nullable: true, example: null }) nextCursor!: string | null;
}

export function toSocialEventDto(event: SocialEventRecord): SocialEventDto {
  const { kind, verb, external_id, post_id, parent_id, author, text, permalink, details } = event;
  const { is_own, is_hidden, is_removed, at, changed_at } = event;
  return {
    _id: event._id.toHexString(),
    channel_id: event.channel_id.toHexString(),
    ...{ kind, verb, external_id, post_id, parent_id, author, text, permalink, details },
    ...{ is_own, is_hidden, is_removed },
    at: at.toISOString(),
    changed_at: changed_at.toISOString(),
  };
}
