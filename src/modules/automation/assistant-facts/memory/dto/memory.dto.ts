import { ApiProperty } from '@nestjs/swagger';
import { Choice, Id, Instant, Text } from '../../../../../core/http/index.js';
import { MEMORY_FIELDS, MEMORY_STATUSES, type MemoryField, type MemoryStatus } from '../memory-fact.schema.js';
import type { NamedFact } from '../memory.service.js';

const MAX_VALUE = 500;
const SOURCE_KINDS = ['customer', 'staff'] as const;

export class CreateFactDto {
  /** All but `preference` and `note` are fields of pets. */
  @Choice(MEMORY_FIELDS)
  field!: MemoryField;

  /** A weight is a number of kilograms. */
  @Text(MAX_VALUE)
  value!: string;

  @Id({ optional: true, nullable: true, description: 'A pet of the contact; null: a fact of the contact' })
  pet_id?: string | null;

  @Instant({ optional: true, nullable: true, description: 'From then on the assistant does not know it; null: never' })
  expires_at?: string | null;
}

/** Fields that are left out stay as they are. */
export class UpdateFactDto {
  @Text(MAX_VALUE, { optional: true })
  value?: string;

  @Choice(['active'] as const, { optional: true, description: 'Approves what a customer has told' })
  status?: 'active';

  @Instant({ optional: true, nullable: true })
  expires_at?: string | null;
}

export class FactPetDto {
  _id!: string;
  name!: string;
}

export class FactUserDto {
  _id!: string;
  @ApiProperty({ description: 'Empty if the person is gone' }) full_name!: string;
}

export class FactSourceDto {
  @ApiProperty({ enum: SOURCE_KINDS }) kind!: (typeof SOURCE_KINDS)[number];
  @ApiProperty({ type: String, nullable: true }) message_id!: string | null;
  @ApiProperty({ type: String, nullable: true }) conversation_id!: string | null;
  @ApiProperty({ type: FactUserDto, nullable: true }) user!: FactUserDto | null;
}

export class FactDto {
  _id!: string;
  contact_id!: string;
  @ApiProperty({ type: FactPetDto, nullable: true }) pet!: FactPetDto | null;
  @ApiProperty({ enum: MEMORY_FIELDS }) field!: MemoryField;
  value!: string;
  @ApiProperty({ enum: MEMORY_STATUSES, description: 'The assistant uses active facts only' }) status!: MemoryStatus;
  @ApiProperty({ minimum: 0, maximum: 1 }) confidence!: number;
  source!: FactSourceDto;
  @ApiProperty({ type: Date, nullable: true }) expires_at!: Date | null;
  created_at!: Date;
  updated_at!: Date;
}

export class FactListDto {
  items!: FactDto[];
}

/** @param names of users by their hex id */
export function toFactDto({ fact, pet }: NamedFact, names: ReadonlyMap<string, string>): FactDto {
  const { _id, contact_id, field, value, status, confidence, source, expires_at, created_at, updated_at } = fact;
  const user = source.user_id?.toHexString();
  return {
    _id: _id.toHexString(),
    contact_id: contact_id.toHexString(),
    pet: pet && { _id: pet._id.toHexString(), name: pet.name },
    ...{ field, value, status, confidence },
    source: {
      kind: source.kind,
      message_id: source.message_id?.toHexString() ?? null,
      conversation_id: source.conversation_id?.toHexString() ?? null,
      user: user === undefined ? null : { _id: user, full_name: source.key_name ?? names.get(user) ?? '' },
    },
    ...{ expires_at, created_at, updated_at },
  };
}
