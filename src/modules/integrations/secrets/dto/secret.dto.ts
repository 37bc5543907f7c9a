import { ApiProperty } from '@nestjs/swagger';
import { IsString, ValidateBy } from 'class-validator';
import { Field } from '../../../../core/http/index.js';
import type { CompanySecret } from '../schemas/company-secret.schema.js';
import { MAX_VALUE_BYTES } from '../secret-limits.js';

const HasSecretSize = (): PropertyDecorator =>
  ValidateBy({
    name: 'hasSecretSize',
    validator: {
      validate: (value: unknown) =>
        typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= MAX_VALUE_BYTES,
      defaultMessage: () => `$property must have 1 to ${MAX_VALUE_BYTES} bytes`,
    },
  });

export class PutSecretDto {
  /** It is stored encrypted, and no answer shows it. */
  @Field(
    { type: String, minLength: 1, writeOnly: true },
    { example: 'the key of the shop system' },
    IsString(),
    HasSecretSize(),
  )
  value!: string;
}

export class SecretDto {
  @ApiProperty({ example: 'shop_key' })
  name!: string;
  /** When the value was stored. */
  changed_at!: Date;
  /** The user who stored it. */
  changed_by!: string;
}

export class SecretListDto {
  @ApiProperty({ type: [SecretDto] })
  items!: SecretDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: a company has at most 64 secrets' })
  nextCursor!: string | null;
}

export function toSecretDto({ name, changed_at, changed_by }: CompanySecret): SecretDto {
  return { name, changed_at, changed_by: changed_by.toHexString() };
}
