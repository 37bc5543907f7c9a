import { ApiProperty } from '@nestjs/swagger';
import {
  IsEmail,
  IsIn,
  IsISO31661Alpha2,
  IsNotEmpty,
  IsString,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  MaxLength,
} from 'class-validator';
import { IfPresent, IfPresentOrNull, NoWebAddress, Trimmed } from '../../../../core/http/index.js';
import { CURRENCIES } from '../../../../core/money/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../schemas/company.schema.js';

export const MAX_COMPANY_NAME = 120;
const MAX_ADDRESS = 300;
const MAX_URL = 300;
const MAX_PHONE = 32;

/** Fields that are left out stay as they are; null clears an optional one. */
export class UpdateCompanyDto {
  @ApiProperty({ required: false, maxLength: MAX_COMPANY_NAME })
  @IfPresent()
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_COMPANY_NAME)
  @NoWebAddress()
  name?: string;

  @ApiProperty({ required: false, pattern: '^[a-z0-9]+(-[a-z0-9]+)*$', minLength: 3, maxLength: 60 })
  @IfPresent()
  @Matches(/^[a-z0-9]+(-[a-z0-9]+)*$/, { message: 'slug must be lower-case words joined by hyphens' })
  @Length(3, 60)
  slug?: string;

  @ApiProperty({ required: false, description: 'IANA time zone', example: 'America/Sao_Paulo' })
  @IfPresent()
  @IsTimeZone()
  time_zone?: string;

  @ApiProperty({
    required: false,
    example: 'BR',
    description: 'ISO 3166-1 alpha-2; decides how phone numbers without a country are read',
  })
  @IfPresent()
  @IsISO31661Alpha2()
  country?: string;

  @ApiProperty({
    required: false,
    example: 'BRL',
    description:
      'ISO 4217. Prices of services keep their numbers: 9000 in BRL is 90.00, in CLP 9000. Check them after a change',
  })
  @IfPresent()
  @IsIn(CURRENCIES, { message: 'currency must be an ISO 4217 code, such as BRL' })
  currency?: string;

  @ApiProperty({ required: false, enum: COMPANY_LOCALES })
  @IfPresent()
  @IsIn(COMPANY_LOCALES)
  locale?: CompanyLocale;

  @ApiProperty({ required: false, type: String, nullable: true, format: 'email' })
  @IfPresentOrNull()
  @IsEmail()
  email?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_PHONE })
  @IfPresentOrNull()
  @IsString()
  @MaxLength(MAX_PHONE)
  phone?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, format: 'uri', maxLength: MAX_URL })
  @IfPresentOrNull()
  @IsUrl({ protocols: ['http', 'https'], require_protocol: true })
  @MaxLength(MAX_URL)
  website?: string | null;

  @ApiProperty({ required: false, type: String, nullable: true, maxLength: MAX_ADDRESS })
  @IfPresentOrNull()
  @IsString()
  @MaxLength(MAX_ADDRESS)
  address?: string | null;
}
