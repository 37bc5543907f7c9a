import { IsIn, IsUrl, Length, Matches, MaxLength } from 'class-validator';
import { Choice, Email, Field, NoWebAddress, RawText, Text, Texts, TimeZone } from '../../../../core/http/index.js';
import { CURRENCIES } from '../../../../core/money/index.js';
import { Country } from './country.decorator.js';
import { Origins } from './origins.decorator.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../schemas/company.schema.js';

export const MAX_COMPANY_NAME = 120;
const MAX_ADDRESS = 300;
const MAX_URL = 300;
const MAX_PHONE = 32;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COLOR = /^#[0-9a-fA-F]{6}$/;
const MAX_BOOKING_TEXT = 300;
const MAX_EMBED_SITES = 10;
const SLUG_LENGTH = { minLength: 3, maxLength: 60 };

/** Fields that are left out stay as they are; null clears an optional one. */
export class UpdateCompanyDto {
  @Text(MAX_COMPANY_NAME, { optional: true })
  @NoWebAddress()
  name?: string;

  @Field(
    { type: String, pattern: SLUG.source, ...SLUG_LENGTH },
    { optional: true },
    Length(SLUG_LENGTH.minLength, SLUG_LENGTH.maxLength),
    Matches(SLUG, { message: 'slug must be lower-case words joined by hyphens' }),
  )
  slug?: string;

  @TimeZone({ optional: true, description: 'IANA time zone' })
  time_zone?: string;

  @Country()
  country?: string;

  @Field(
    { type: String, example: 'BRL' },
    {
      optional: true,
      description:
        'ISO 4217. Prices of services keep their numbers: 9000 in BRL is 90.00, in CLP 9000. Check them after a change',
    },
    IsIn(CURRENCIES, { message: 'currency must be an ISO 4217 code, such as BRL' }),
  )
  currency?: string;

  @Choice(COMPANY_LOCALES, { optional: true })
  locale?: CompanyLocale;

  @Email({ nullable: true })
  email?: string | null;

  @RawText(MAX_PHONE, { nullable: true })
  phone?: string | null;

  @Field(
    { type: String, format: 'uri', maxLength: MAX_URL },
    { nullable: true },
    IsUrl({ protocols: ['http', 'https'], require_protocol: true }),
    MaxLength(MAX_URL),
  )
  website?: string | null;

  @RawText(MAX_ADDRESS, { nullable: true })
  address?: string | null;

  @Field(
    { type: String, pattern: COLOR.source, example: '#1c6b57' },
    { nullable: true, description: 'Colour of the booking page; null: the colour of the product' },
    Matches(COLOR, { message: 'brand_color must be a colour such as #1c6b57' }),
  )
  brand_color?: string | null;

  @Text(MAX_BOOKING_TEXT, {
    nullable: true,
    description: 'Shown on the booking page and in link previews; if null, the text of the other language is shown',
  })
  booking_text_en?: string | null;

  @Text(MAX_BOOKING_TEXT, { nullable: true, description: 'The same in Portuguese' })
  booking_text_pt?: string | null;

  @Texts(MAX_EMBED_SITES, MAX_URL, {
    optional: true,
    description: 'Sites that may show the booking page in a frame, such as https://example.com; empty: none',
  })
  @Origins()
  embed_sites?: string[];
}
