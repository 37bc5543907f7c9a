import { ApiProperty } from '@nestjs/swagger';
import { type Pet, PET_SEXES, type PetSex } from '../schemas/pet.schema.js';
import { VaccinationDto } from './pet-input.dto.js';

/** A customer's animal. Days are YYYY-MM-DD. */
export class PetDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  contact_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  species!: string | null;

  @ApiProperty({ type: String, nullable: true })
  breed!: string | null;

  @ApiProperty({ type: String, nullable: true, format: 'date' })
  birth_date!: string | null;

  @ApiProperty({ type: Number, nullable: true })
  weight_kg!: number | null;

  @ApiProperty({ enum: PET_SEXES })
  sex!: PetSex;

  @ApiProperty({ type: String, nullable: true })
  coat!: string | null;

  @ApiProperty({ type: [String] })
  allergies!: string[];

  @ApiProperty({ type: [String] })
  temperament!: string[];

  @ApiProperty({ type: [VaccinationDto] })
  vaccinations!: VaccinationDto[];

  @ApiProperty({ type: String, nullable: true })
  photo_url!: string | null;

  @ApiProperty({ type: String, nullable: true })
  notes!: string | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** A pet in the list of all pets. */
export class PetRowDto extends PetDto {
  @ApiProperty({ type: String, nullable: true, description: 'Null for an API key without `contacts:read`' })
  contact_name!: string | null;
}

/** One page of all pets, the newest first. */
export class PetRowPageDto {
  @ApiProperty({ type: [PetRowDto] })
  items!: PetRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** One page of pets, the newest first. */
export class PetPageDto {
  @ApiProperty({ type: [PetDto] })
  items!: PetDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** What is internal is named here and stays. */
export function toPetDto(pet: Pet): PetDto {
  const {
    search: _search,
    vaccination_ends: _ends,
    merge_marks: _marks,
    revision,
    _id,
    company_id,
    contact_id,
    ...fields
  } = pet;
  return {
    _id: _id.toHexString(),
    company_id: company_id.toHexString(),
    contact_id: contact_id.toHexString(),
    ...fields,
    version: revision,
  };
}
