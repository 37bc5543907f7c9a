import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';

  /** Each check by name with its `status`, `up` here; a failing one answers 503 UNAVAILABLE with the same in `details`. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', properties: { status: { type: 'string', enum: ['up', 'down'] } } },
    example: { database: { status: 'up' } },
  })
  checks!: Record<string, { status: string }>;
}
