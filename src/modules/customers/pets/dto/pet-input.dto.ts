import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsMongoId,
  IsNotEmpty,
  IsNumber,
  IsString,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { IfPresent, IfPresentOrNull, IsCalendarDate, PageQueryDto, Trimmed } from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { PET_SEXES, type PetSex } from '../schemas/pet.schema.js';

const MAX_NAME = 100;
const MAX_LABEL = 100;
const MAX_LIST = 30;
const MAX_VACCINATIONS = 100;
const MAX_NOTES = 10_000;
const MAX_URL = 2_000;
const MAX_WEIGHT_KG = 2_000;
/** A file of ours, or one on the web. */
const PHOTO_URL = /^(https?:\/\/|\/api\/)\S+$/;

export class VaccinationDto {
  @ApiProperty({ maxLength: MAX_LABEL, example: 'Rabies' })
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_LABEL)
  name!: string;

  @ApiProperty({ required: false, type: String, nullable: true, format: 'date' })
  @IfPresentOrNull()
  @IsCalendarDate()
  given_on: string | null = null;

  @ApiProperty({ required: false, type: String, nullable: true, format: 'date' })
  @IfPresentOrNull()
  @IsCalendarDate()
  expires_on: string | null = null;
}

/** The fields that may always be left out; null clears one. */
class PetFieldsDto {
  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_LABEL, example: 'dog' })
  @IfPresentOrNull()
  @Trimmed()
  @IsString()
  @MaxLength(MAX_LABEL)
  species?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_LABEL })
  @IfPresentOrNull()
  @Trimmed()
  @IsString()
  @MaxLength(MAX_LABEL)
  breed?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, format: 'date' })
  @IfPresentOrNull()
  @IsCalendarDate()
  birth_date?: string | null;

  @ApiProperty({ required: false, type: Number, nullable: true, minimum: 0, maximum: MAX_WEIGHT_KG })
  @IfPresentOrNull()
  @IsNumber({ maxDecimalPlaces: 3 })
  @Min(0)
  @Max(MAX_WEIGHT_KG)
  weight_kg?: number | null;

  @ApiProperty({ required: false, enum: PET_SEXES })
  @IfPresent()
  @IsIn(PET_SEXES)
  sex?: PetSex;

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_LABEL })
  @IfPresentOrNull()
  @IsString()
  @MaxLength(MAX_LABEL)
  coat?: string | null;

  @ApiProperty({ required: false, type: [String], maxItems: MAX_LIST })
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_LABEL, { each: true })
  allergies?: string[];

  @ApiProperty({ required: false, type: [String], maxItems: MAX_LIST })
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_LIST)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_LABEL, { each: true })
  temperament?: string[];

  @ApiProperty({ required: false, type: [VaccinationDto], maxItems: MAX_VACCINATIONS })
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_VACCINATIONS)
  @ValidateNested({ each: true })
  @Type(() => VaccinationDto)
  vaccinations?: VaccinationDto[];

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_URL })
  @IfPresentOrNull()
  @Matches(PHOTO_URL, { message: 'photo_url must be an http(s) address' })
  @MaxLength(MAX_URL)
  photo_url?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_NOTES })
  @IfPresentOrNull()
  @IsString()
  @MaxLength(MAX_NOTES)
  notes?: string | null;
}

/** A pet of the contact that the path names. */
export class CreateContactPetDto extends PetFieldsDto {
  @ApiProperty({ maxLength: MAX_NAME })
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name!: string;
}

export class CreatePetDto extends CreateContactPetDto {
  @ApiProperty()
  @IsMongoId()
  contact_id!: string;
}

/** Fields that are left out stay as they are. */
export class UpdatePetDto extends PetFieldsDto {
  @ApiProperty({ required: false, description: 'Gives the pet to another contact' })
  @IfPresent()
  @IsMongoId()
  contact_id?: string;

  @ApiProperty({ required: false, maxLength: MAX_NAME })
  @IfPresent()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  name?: string;
}

export class PetQueryDto extends PageQueryDto {
  @ApiProperty({ required: false })
  @IfPresent()
  @IsMongoId()
  contact_id?: string;

  @ApiProperty({
    required: false,
    maxLength: MAX_QUERY_LENGTH,
    description: 'Beginnings of words of name, species, breed',
  })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_QUERY_LENGTH)
  q?: string;
}
