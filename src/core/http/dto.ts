import { ApiProperty } from '@nestjs/swagger';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '../tenancy/index.js';
import { QueryNumber, RawText } from './fields/index.js';

const MAX_CURSOR_LENGTH = 512;

/** Query of every keyset-paged list. */
export class PageQueryDto {
  /** Rows a page. */
  @QueryNumber(1, MAX_PAGE_SIZE, { default: DEFAULT_PAGE_SIZE })
  limit?: number;

  /** `nextCursor` of the previous page. */
  @RawText(MAX_CURSOR_LENGTH, { optional: true })
  cursor?: string;
}

/** The error body of every failed request. */
export class ErrorDto {
  @ApiProperty()
  statusCode!: number;

  @ApiProperty({ description: 'Machine-readable, stable' })
  code!: string;

  @ApiProperty({ description: 'For people' })
  message!: string;

  @ApiProperty({
    required: false,
    type: undefined,
    oneOf: [
      { type: 'array', items: { type: 'object', additionalProperties: true } },
      { type: 'object', additionalProperties: true },
    ],
    description: 'For VALIDATION_ERROR a list of `{field, message}`',
  })
  details?: unknown;

  @ApiProperty({ description: 'Also in the log and in the x-request-id header' })
  requestId!: string;
}
