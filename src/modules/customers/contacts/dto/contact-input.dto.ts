import { ApiProperty, PartialType } from '@nestjs/swagger';
import { Transform, Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsEmail,
  IsNotEmpty,
  IsObject,
  IsString,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { AppError } from '../../../../core/errors/index.js';
import { IfPresent, IfPresentOrNull, NormalisedEmail, Trimmed } from '../../../../core/http/index.js';

const MAX_NAME = 200;
const MAX_NOTES = 10_000;
const MAX_TAG = 50;
const MAX_TAGS = 50;
const PHONE = /^\+?[\d\s()./-]{6,32}$/;
/** Ids are opaque: visible characters, no spaces. */
const PROVIDER_ID = /^[\x21-\x7e]{1,160}$/;
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

/** Ids of the customer at the providers; null clears one. */
export class ContactSocialInputDto {
  @ApiProperty({ required: false, type: String, nullable: true })
  @IfPresentOrNull()
  @Matches(PROVIDER_ID)
  facebook_id?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true })
  @IfPresentOrNull()
  @Matches(PROVIDER_ID)
  instagram_id?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true })
  @IfPresentOrNull()
  @Matches(PROVIDER_ID)
  whatsapp_id?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true })
  @IfPresentOrNull()
  @Matches(PROVIDER_ID)
  telegram_id?: string | null;
}

/** The fields that may always be left out; null clears one. */
class ContactFieldsDto {
  @ApiProperty({ required: false, type: String, nullable: true, format: 'email' })
  @IfPresentOrNull()
  @NormalisedEmail()
  @IsEmail()
  email?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, example: '+55 11 98888-7777' })
  @IfPresentOrNull()
  @Trimmed()
  @Matches(PHONE, { message: 'phone must be a phone number' })
  phone?: string | null;

  @ApiProperty({ required: false, type: ContactSocialInputDto })
  @IfPresent()
  @IsObject()
  @ValidateNested()
  @Type(() => ContactSocialInputDto)
  social?: ContactSocialInputDto;

  @ApiProperty({ required: false, type: [String], maxItems: MAX_TAGS, description: 'Replaces all tags' })
  @IfPresent()
  @IsArray()
  @ArrayMaxSize(MAX_TAGS)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_TAG, { each: true })
  tags?: string[];

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_NOTES })
  @IfPresentOrNull()
  @IsString()
  @MaxLength(MAX_NOTES)
  notes?: string | null;

  @ApiProperty({ required: false })
  @IfPresent()
  @IsBoolean()
  is_vip?: boolean;

  @ApiProperty({ required: false, type: String, nullable: true, example: 'pt-BR', description: 'BCP 47' })
  @IfPresentOrNull()
  @Matches(LOCALE)
  locale?: string | null;
}

export class CreateContactDto extends ContactFieldsDto {
  @ApiProperty({ maxLength: MAX_NAME })
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  full_name!: string;
}

/** Fields that are left out stay as they are. */
export class UpdateContactDto extends ContactFieldsDto {
  @ApiProperty({ required: false, maxLength: MAX_NAME })
  @IfPresent()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_NAME)
  full_name?: string;
}

/** Tags to add. */
export class TagsDto {
  @ApiProperty({ type: [String], minItems: 1, maxItems: MAX_TAGS })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_TAGS)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_TAG, { each: true })
  tags!: string[];
}

/** Tags to take away, in the address: `?tag=vip&tag=new`. */
export class RemoveTagsQueryDto {
  @ApiProperty({ required: false, type: [String], maxItems: MAX_TAGS, example: ['vip'] })
  @IfPresent()
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @ArrayMaxSize(MAX_TAGS)
  @IsString({ each: true })
  @IsNotEmpty({ each: true })
  @MaxLength(MAX_TAG, { each: true })
  tag?: string[];
}

/** Tags to take away, in the body. */
export class RemoveTagsDto extends PartialType(TagsDto) {}

/** The tags of both forms. @throws AppError VALIDATION_ERROR where there is none */
export function tagsToRemove({ tag = [] }: RemoveTagsQueryDto, { tags = [] }: RemoveTagsDto): string[] {
  const all = [...tag, ...tags];
  if (all.length === 0) throw AppError.validation([{ field: 'tag', message: 'tag is missing: send ?tag=' }]);
  return all;
}
