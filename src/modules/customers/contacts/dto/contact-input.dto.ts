import { PartialType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { AppError } from '../../../../core/errors/index.js';
import { Email, Flag, Part, Pattern, Phone, RawText, Text, Texts } from '../../../../core/http/index.js';

const MAX_NAME = 200;
const MAX_NOTES = 10_000;
export const MAX_TAG = 50;
const MAX_TAGS = 50;
/** Ids are opaque: visible characters, no spaces. */
const PROVIDER_ID = /^[\x21-\x7e]{1,160}$/;
const LOCALE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;

const ProviderId = (): PropertyDecorator => Pattern(PROVIDER_ID, 'an id of the provider', { nullable: true });

/** Ids of the customer at the providers; null clears one. */
export class ContactSocialInputDto {
  @ProviderId()
  facebook_id?: string | null;

  @ProviderId()
  instagram_id?: string | null;

  @ProviderId()
  whatsapp_id?: string | null;

  @ProviderId()
  telegram_id?: string | null;
}

/** The fields that may always be left out; null clears one. */
class ContactFieldsDto {
  @Email({ nullable: true })
  email?: string | null;

  @Phone({ nullable: true })
  phone?: string | null;

  @Part(() => ContactSocialInputDto, { optional: true })
  social?: ContactSocialInputDto;

  @Texts(MAX_TAGS, MAX_TAG, { optional: true, description: 'Replaces all tags' })
  tags?: string[];

  @RawText(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Flag({ optional: true })
  is_vip?: boolean;

  @Pattern(LOCALE, 'a language tag, such as pt-BR', { nullable: true, example: 'pt-BR', description: 'BCP 47' })
  locale?: string | null;
}

export class CreateContactDto extends ContactFieldsDto {
  @Text(MAX_NAME)
  full_name!: string;
}

/** Fields that are left out stay as they are. */
export class UpdateContactDto extends ContactFieldsDto {
  @Text(MAX_NAME, { optional: true })
  full_name?: string;
}

/** Tags to add. */
export class TagsDto {
  @Texts(MAX_TAGS, MAX_TAG, { minItems: 1 })
  tags!: string[];
}

/** Tags to remove, in the address: `?tag=vip&tag=new`. */
export class RemoveTagsQueryDto {
  @Transform(({ value }: { value: unknown }) => [value].flat())
  @Texts(MAX_TAGS, MAX_TAG, { optional: true, example: ['vip'] })
  tag?: string[];
}

/** Tags to remove, in the body. */
export class RemoveTagsDto extends PartialType(TagsDto) {}

/** The tags of both forms. @throws AppError VALIDATION_ERROR if there is none */
export function tagsToRemove({ tag = [] }: RemoveTagsQueryDto, { tags = [] }: RemoveTagsDto): string[] {
  const all = [...tag, ...tags];
  if (all.length === 0) throw AppError.validation([{ field: 'tag', message: 'tag is missing: send ?tag=' }]);
  return all;
}
