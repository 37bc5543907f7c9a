import { ApiProperty } from '@nestjs/swagger';
import { ArrayMinSize, ArrayUnique, IsIn } from 'class-validator';
import { isPermissionOfKeys, type Permission, PERMISSIONS } from '../../../../core/auth-guards/index.js';
import { Field, Text } from '../../../../core/http/index.js';
import type { ApiKey } from '../schemas/api-key.schema.js';

const MAX_NAME_LENGTH = 100;
const KEY_PERMISSIONS = Object.keys(PERMISSIONS).filter(isPermissionOfKeys);

export class CreateApiKeyDto {
  /** What the key is for. */
  @Text(MAX_NAME_LENGTH, { example: 'Reports' })
  name!: string;

  /**
   * The key may do exactly this; you cannot give more than you have. A key that manages webhooks also needs the
   * permissions to read what they send.
   */
  @Field(
    { type: 'array', items: { type: 'string', enum: KEY_PERMISSIONS }, minItems: 1, uniqueItems: true },
    { example: ['contacts:read'] },
    ArrayMinSize(1),
    ArrayUnique(),
    IsIn(KEY_PERMISSIONS, { each: true, message: '$property must be permissions of GET /api-keys/permissions' }),
  )
  permissions!: Permission[];
}

export class ApiKeyDto {
  _id!: string;
  name!: string;
  @ApiProperty({ enum: KEY_PERMISSIONS, isArray: true })
  permissions!: Permission[];
  @ApiProperty({ description: 'The beginning of the key', example: 'pb_x7Kq2pL' })
  prefix!: string;
  created_by!: string;
  @ApiProperty({ type: Date, nullable: true, description: 'Updated at most once a minute' })
  last_used_at!: Date | null;
  created_at!: Date;
}

export class CreatedApiKeyDto extends ApiKeyDto {
  @ApiProperty({ description: 'Shown only now; send it as `Authorization: Bearer`', example: 'pb_x7Kq2pL…' })
  key!: string;
}

export class ApiKeyPageDto {
  @ApiProperty({ type: [ApiKeyDto] })
  items!: ApiKeyDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class KeyPermissionListDto {
  @ApiProperty({ enum: KEY_PERMISSIONS, isArray: true })
  items!: Permission[];
}

export function toApiKeyDto({
  _id,
  name,
  permissions,
  prefix,
  created_by,
  last_used_at,
  created_at,
}: ApiKey): ApiKeyDto {
  return {
    _id: _id.toHexString(),
    name,
    permissions,
    prefix,
    created_by: created_by.toHexString(),
    last_used_at,
    created_at,
  };
}
