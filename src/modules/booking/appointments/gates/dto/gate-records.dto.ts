import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLE_IDS, Id, Instant, LocalDate, PageQueryDto, Text } from '../../../../../core/http/index.js';
import type { Agreement, PetClearance } from '../gate-records.schema.js';

const MAX_NAME = 100;
const MAX_NOTES = 500;
const DATE = { type: String, format: 'date-time' } as const;

export class CreateAgreementDto {
  @Id()
  contact_id!: string;

  @Text(MAX_NAME, { description: 'As gates call it' })
  name!: string;

  @Instant({ optional: true, description: 'Left out: now' })
  signed_at?: string;
}

export class AgreementQueryDto extends PageQueryDto {
  @Id({ example: EXAMPLE_IDS.contact })
  contact_id!: string;
}

export class AgreementDto {
  @ApiProperty() _id!: string;
  @ApiProperty() company_id!: string;
  @ApiProperty() contact_id!: string;
  @ApiProperty() name!: string;
  @ApiProperty(DATE) signed_at!: Date;
  @ApiProperty(DATE) created_at!: Date;
  @ApiProperty(DATE) updated_at!: Date;
}

export class AgreementPageDto {
  @ApiProperty({ type: [AgreementDto] }) items!: AgreementDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export class CreatePetClearanceDto {
  @Id()
  pet_id!: string;

  @Text(MAX_NAME, { description: 'As gates call it: an evaluation that was passed, a vaccination that was proven' })
  name!: string;

  @LocalDate({ nullable: true, description: 'The last day on which it counts; null: for good' })
  valid_until?: string | null;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;
}

export class PetClearanceQueryDto extends PageQueryDto {
  @Id({ example: EXAMPLE_IDS.pet })
  pet_id!: string;
}

export class PetClearanceDto {
  @ApiProperty() _id!: string;
  @ApiProperty() company_id!: string;
  @ApiProperty() pet_id!: string;
  @ApiProperty() name!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) valid_until!: string | null;
  @ApiProperty({ type: String, nullable: true }) notes!: string | null;
  @ApiProperty(DATE) created_at!: Date;
  @ApiProperty(DATE) updated_at!: Date;
}

export class PetClearancePageDto {
  @ApiProperty({ type: [PetClearanceDto] }) items!: PetClearanceDto[];
  @ApiProperty({ type: String, nullable: true }) nextCursor!: string | null;
}

export function toAgreementDto(agreement: Agreement): AgreementDto {
  const { _id, company_id, contact_id, name, signed_at, created_at, updated_at } = agreement;
  const ids = {
    _id: _id.toHexString(),
    company_id: company_id.toHexString(),
    contact_id: contact_id.toHexString(),
  };
  return { ...ids, name, signed_at, created_at, updated_at };
}

export function toPetClearanceDto(clearance: PetClearance): PetClearanceDto {
  const { _id, company_id, pet_id, name, valid_until, notes, created_at, updated_at } = clearance;
  const ids = { _id: _id.toHexString(), company_id: company_id.toHexString(), pet_id: pet_id.toHexString() };
  return { ...ids, name, valid_until, notes, created_at, updated_at };
}
