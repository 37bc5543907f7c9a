import { ApiProperty } from '@nestjs/swagger';
import { versionOf } from '../../../../core/tenancy/index.js';
import { currencyOf } from '../currency.js';
import { logoUrlOf } from '../logo-url.js';
import { COMPANY_LOCALES, type Company, type CompanyLocale } from '../schemas/company.schema.js';

/** A company as its people see it. */
export class CompanyDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  name!: string;

  /** Names the company in public links. */
  @ApiProperty({ example: 'clinica-sao-joao' })
  slug!: string;

  @ApiProperty({ example: 'America/Sao_Paulo', description: 'IANA time zone' })
  time_zone!: string;

  @ApiProperty({
    type: String,
    nullable: true,
    example: 'BR',
    description: 'ISO 3166-1 alpha-2; by default that of the time zone',
  })
  country!: string | null;

  @ApiProperty({ example: 'BRL', description: 'ISO 4217; all prices are whole numbers of its minor unit' })
  currency!: string;

  @ApiProperty({ enum: COMPANY_LOCALES })
  locale!: CompanyLocale;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  website!: string | null;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty({ type: String, nullable: true, example: '#1c6b57', description: 'Colour of the booking page' })
  brand_color!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'Shown on the booking page and in link previews' })
  booking_text_en!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'The same in Portuguese' })
  booking_text_pt!: string | null;

  @ApiProperty({ type: [String], description: 'Sites that may show the booking page in a frame' })
  embed_sites!: string[];

  @ApiProperty({ type: String, nullable: true, description: 'Path of the logo on this server' })
  logo_url!: string | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** An allow-list: what is not named here never leaves. */
export function toCompanyDto(company: Company): CompanyDto {
  const { name, slug, time_zone, country, locale, email, phone, website, address, created_at, updated_at } = company;
  return {
    _id: company._id.toHexString(),
    name,
    slug,
    time_zone,
    country: country ?? null,
    currency: currencyOf(company),
    locale,
    email,
    phone,
    website,
    address,
    brand_color: company.brand_color ?? null,
    booking_text_en: company.booking_text_en ?? null,
    booking_text_pt: company.booking_text_pt ?? null,
    embed_sites: company.embed_sites ?? [],
    logo_url: logoUrlOf(company),
    version: versionOf(company),
    created_at,
    updated_at,
  };
}
