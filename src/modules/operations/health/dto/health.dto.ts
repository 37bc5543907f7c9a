import { ApiProperty } from '@nestjs/swagger';

export class HealthDto {
  @ApiProperty({ enum: ['ok'] })
  status!: 'ok';

  @ApiProperty({ example: '0.1.0', description: 'Of the product' })
  version!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'https://code.example.com/petbuddy',
    description: '`SOURCE_URL`: where users of this installation find its source code',
  })
  source_url!: string | null;

  /** Each check by name with its `status`, `up` here; a failing one answers 503 UNAVAILABLE with the same in `details`. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'object', properties: { status: { type: 'string', enum: ['up', 'down'] } } },
    example: { database: { status: 'up' } },
  })
  checks!: Record<string, { status: string }>;
}
