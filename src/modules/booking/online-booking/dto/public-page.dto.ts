import { ApiProperty } from '@nestjs/swagger';
import { CURRENCY, QueryParts } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../../accounts/companies/index.js';
import { DescribedPetDto, PETS_EXAMPLE } from '../../availability/index.js';
import { MAX_PETS } from '../../engine/index.js';
import { publicOffers } from '../public-offers.js';
import { type PublicPage, publicServices, shownStaffNames } from '../public-page-loader.js';
import { askedTraits, type AskedTraits } from '../asked-traits.js';
import { PublicThemeDto, themeOf } from './public-theme.dto.js';
import { PublicServiceDto, toPublicServiceDto } from './public-service.dto.js';

export class PublicPageQueryDto {
  @QueryParts(() => DescribedPetDto, MAX_PETS, {
    description: 'The pets of the visit, as JSON. Durations and prices of the services are those for these pets',
    example: PETS_EXAMPLE,
  })
  pets?: DescribedPetDto[];
}

export class PublicSizeDto {
  @ApiProperty()
  name!: string;

  @ApiProperty({ type: Number, nullable: true, description: 'null: without a limit' })
  max_kg!: number | null;
}

export class AskedTraitsDto implements AskedTraits {
  @ApiProperty({ type: [String] })
  species!: string[];

  @ApiProperty({ description: 'Whether a service takes other species too' })
  other_species!: boolean;

  @ApiProperty({ description: 'Whether the weight decides about anything' })
  weight!: boolean;

  @ApiProperty({ type: [PublicSizeDto], description: 'By weight, the smallest first' })
  sizes!: PublicSizeDto[];

  @ApiProperty({ type: [String] })
  coats!: string[];

  @ApiProperty({ type: [String] })
  breeds!: string[];
}

export class PublicPageDto {
  @ApiProperty()
  company_name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  website!: string | null;

  @ApiProperty({ type: String, nullable: true })
  address!: string | null;

  @ApiProperty({ type: PublicThemeDto })
  theme!: PublicThemeDto;

  @ApiProperty({ enum: COMPANY_LOCALES })
  locale!: CompanyLocale;

  @ApiProperty({ type: String, nullable: true, description: 'Phone numbers without a country belong to this one' })
  country!: string | null;

  @ApiProperty({ description: 'IANA name of the zone of all dates' })
  time_zone!: string;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ description: 'Whether a code is sent before the booking' })
  contact_check!: boolean;

  @ApiProperty({ description: 'Whether the company confirms each booking itself' })
  needs_approval!: boolean;

  @ApiProperty({ type: AskedTraitsDto, description: 'What to ask about a pet' })
  traits!: AskedTraitsDto;

  @ApiProperty({ type: [PublicServiceDto] })
  services!: PublicServiceDto[];
}

/** @param pets empty: services are shown with their usual duration and price */
export function toPublicPageDto(page: PublicPage, pets: readonly DescribedPetDto[] = []): PublicPageDto {
  const { company, catalog } = page;
  const { name, phone, website, address, locale, country } = company;
  const names = shownStaffNames(catalog);
  const services = publicServices(catalog);
  const offers = publicOffers(catalog, services, pets);
  return {
    company_name: name,
    phone,
    website,
    address,
    theme: themeOf(company),
    locale,
    country: country ?? null,
    time_zone: catalog.time_zone,
    currency: catalog.currency,
    contact_check: catalog.settings.contact_check,
    needs_approval: catalog.settings.public_approval,
    traits: askedTraits(services, catalog),
    services: services.map((service, index) => toPublicServiceDto(service, catalog, names, offers[index]!)),
  };
}
