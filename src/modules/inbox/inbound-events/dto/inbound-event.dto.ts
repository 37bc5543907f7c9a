import { ApiProperty, PickType } from '@nestjs/swagger';
import type { Platform } from '../../../customers/contacts/index.js';
import { Choice, PageQueryDto, QueryNumber } from '../../../../core/http/index.js';
import { CHANNEL_PLATFORMS } from '../../channels/index.js';

const VISIBLE_STATES = ['parked', 'unroutable'] as const;
export type VisibleState = (typeof VISIBLE_STATES)[number];

export class ListInboundEventsQueryDto extends PickType(PageQueryDto, ['limit']) {
  /** `unroutable` belongs to no company and is for a super_admin only. */
  @Choice(VISIBLE_STATES, { optional: true, default: 'parked' })
  state?: VisibleState;

  /** `nextCursor` of the previous page. */
  @QueryNumber(1, Number.MAX_SAFE_INTEGER)
  cursor?: number;
}

/** A stored event that could not be applied. */
export class InboundEventDto {
  _id!: string;

  /** The provider's own identity of the event. */
  key!: string;

  @ApiProperty({ enum: CHANNEL_PLATFORMS })
  platform!: Platform;

  external_id!: string;

  @ApiProperty({ type: String, nullable: true })
  channel_id!: string | null;

  @ApiProperty({ enum: [...VISIBLE_STATES, 'new', 'done'] })
  state!: string;

  attempts!: number;

  @ApiProperty({ type: String, nullable: true })
  last_error!: string | null;

  provider_at!: Date;
  received_at!: Date;

  /** What the provider sent, without tokens and without the signed part of addresses. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  item!: unknown;
}

export class InboundEventPageDto {
  @ApiProperty({ type: [InboundEventDto] })
  items!: InboundEventDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
