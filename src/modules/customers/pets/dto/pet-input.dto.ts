import { Matches, MaxLength } from 'class-validator';
import {
  Choice,
  Field,
  Id,
  LocalDate,
  PageQueryDto,
  Parts,
  RawText,
  Text,
  Texts,
  Weight,
} from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { PET_SEXES, type PetSex } from '../schemas/pet.schema.js';

const MAX_NAME = 100;
const MAX_LABEL = 100;
const MAX_LIST = 30;
const MAX_VACCINATIONS = 100;
const MAX_NOTES = 10_000;
const MAX_URL = 2_000;
/** A file of ours, or one on the web. */
const PHOTO_URL = /^(https?:\/\/|\/api\/)\S+$/;

export class VaccinationDto {
  @Text(MAX_LABEL, { example: 'Rabies' })
  name!: string;

  @LocalDate({ nullable: true })
  given_on: string | null = null;

  @LocalDate({ nullable: true })
  expires_on: string | null = null;
}

/** The fields that may always be left out; null clears one. */
class PetFieldsDto {
  @Text(MAX_LABEL, { nullable: true, empty: true, example: 'dog' })
  species?: string | null;

  @Text(MAX_LABEL, { nullable: true, empty: true })
  breed?: string | null;

  @LocalDate({ nullable: true })
  birth_date?: string | null;

  @Weight({ nullable: true })
  weight_kg?: number | null;

  @Choice(PET_SEXES, { optional: true })
  sex?: PetSex;

  @Text(MAX_LABEL, { nullable: true, empty: true })
  coat?: string | null;

  @Texts(MAX_LIST, MAX_LABEL, { optional: true })
  allergies?: string[];

  @Texts(MAX_LIST, MAX_LABEL, { optional: true })
  temperament?: string[];

  @Parts(() => VaccinationDto, MAX_VACCINATIONS, { optional: true })
  vaccinations?: VaccinationDto[];

  @Field(
    { type: String, maxLength: MAX_URL },
    { nullable: true },
    Matches(PHOTO_URL, { message: 'photo_url must be an http(s) address' }),
    MaxLength(MAX_URL),
  )
  photo_url?: string | null;

  @RawText(MAX_NOTES, { nullable: true })
  notes?: string | null;
}

/** A pet of the contact that the path names. */
export class CreateContactPetDto extends PetFieldsDto {
  @Text(MAX_NAME)
  name!: string;
}

export class CreatePetDto extends CreateContactPetDto {
  @Id()
  contact_id!: string;
}

/** Fields that are left out stay as they are. */
export class UpdatePetDto extends PetFieldsDto {
  @Id({ optional: true, description: 'Gives the pet to another contact' })
  contact_id?: string;

  @Text(MAX_NAME, { optional: true })
  name?: string;
}

export class PetQueryDto extends PageQueryDto {
  @Id({ optional: true })
  contact_id?: string;

  @RawText(MAX_QUERY_LENGTH, { optional: true, description: 'Beginnings of words of name, species, breed' })
  q?: string;
}
