import { ApiProperty } from '@nestjs/swagger';
import { type Platform, PLATFORMS } from '../schemas/platform.js';

export class ContactSocialDto {
  @ApiProperty({ type: String, nullable: true })
  facebook_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  instagram_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  whatsapp_id!: string | null;

  @ApiProperty({ type: String, nullable: true })
  telegram_id!: string | null;
}

/** A customer as staff see it. */
export class ContactDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  full_name!: string;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'As it was typed' })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '+5511988887777', description: 'No plus: country not known' })
  phone_normalized!: string | null;

  @ApiProperty({ type: ContactSocialDto })
  social!: ContactSocialDto;

  @ApiProperty({ enum: PLATFORMS, isArray: true, description: 'Where the customer can be reached' })
  platforms!: Platform[];

  @ApiProperty({ type: [String] })
  tags!: string[];

  @ApiProperty({ type: String, nullable: true })
  notes!: string | null;

  @ApiProperty()
  is_vip!: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'pt-BR' })
  locale!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Signed address on this server, valid for a day' })
  avatar_url!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The contact that took the place of this one' })
  merged_into!: string | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** A pet in the list of contacts. */
export class ContactPetDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ example: 'Luna' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'dog' })
  species!: string | null;
}

/** A contact in the list. */
export class ContactRowDto extends ContactDto {
  @ApiProperty({ type: [ContactPetDto], description: 'The newest three' })
  pets!: ContactPetDto[];

  @ApiProperty({ description: 'Number of all pets' })
  pet_count!: number;
}

export class TagInUseDto {
  @ApiProperty({ example: 'vip' })
  tag!: string;

  @ApiProperty({ description: 'Number of contacts with the tag' })
  contacts!: number;
}

export class TagsInUseDto {
  @ApiProperty({ type: [TagInUseDto] })
  items!: TagInUseDto[];
}

/** One page of contacts, the newest first. */
export class ContactPageDto {
  @ApiProperty({ type: [ContactRowDto] })
  items!: ContactRowDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
