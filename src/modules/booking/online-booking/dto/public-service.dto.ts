import { ApiProperty } from '@nestjs/swagger';
import { type BookableService, SERVICE_KINDS, type ServiceKind } from '../../catalog/index.js';
import { CURRENCY, PRICE } from '../../../../core/http/index.js';
import { type PublicPage, publicServices, shownStaffNames } from '../public-page-loader.js';

export class PublicStaffDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  full_name!: string;
}

export class PublicAddOnDto {
  @ApiProperty()
  key!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  minutes!: number;

  @ApiProperty({ ...PRICE, nullable: false })
  price!: number;
}

export class PublicGateDto {
  @ApiProperty()
  kind!: string;

  @ApiProperty()
  name!: string;
}

export class PublicServiceDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ type: String, nullable: true })
  description!: string | null;

  @ApiProperty({ enum: SERVICE_KINDS })
  kind!: ServiceKind;

  @ApiProperty()
  duration_min!: number;

  @ApiProperty({ ...PRICE, description: `${PRICE.description}; a pet may change it` })
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ type: [PublicAddOnDto] })
  add_ons!: PublicAddOnDto[];

  @ApiProperty({ type: [PublicGateDto], description: 'What must hold for a pet on the day' })
  gates!: PublicGateDto[];

  @ApiProperty({ type: [String], description: 'Empty: all' })
  accepted_species!: string[];

  @ApiProperty({ description: 'Most pets in one visit' })
  max_pets!: number;

  @ApiProperty({ type: Number, nullable: true, description: 'Of boarding' })
  min_nights!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  max_nights!: number | null;

  @ApiProperty({ type: [PublicStaffDto], description: 'Who may be asked for; empty where nobody is named' })
  staff!: PublicStaffDto[];
}

export class PublicPageDto {
  @ApiProperty()
  company_name!: string;

  @ApiProperty({ description: 'IANA name of the zone of all dates' })
  time_zone!: string;

  @ApiProperty({ type: [PublicServiceDto] })
  services!: PublicServiceDto[];
}

export function toPublicPageDto({ company, catalog }: PublicPage): PublicPageDto {
  const names = shownStaffNames(catalog);
  return {
    company_name: company.name,
    time_zone: catalog.time_zone,
    services: publicServices(catalog).map((service) => toPublicServiceDto(service, catalog.currency, names)),
  };
}

function toPublicServiceDto(
  service: BookableService,
  currency: string,
  names: ReadonlyMap<string, string>,
): PublicServiceDto {
  const able = service.staff_ids.map((id) => id.toHexString());
  return {
    _id: service._id.toHexString(),
    name: service.name,
    description: service.description ?? null,
    kind: service.kind,
    duration_min: service.duration_min,
    price: service.price ?? null,
    currency,
    add_ons: service.add_ons.map(({ key, name, minutes, price }) => ({ key, name, minutes, price })),
    gates: service.gates.map(({ kind, name }) => ({ kind, name })),
    accepted_species: service.accepted_species,
    max_pets: service.pets.max,
    min_nights: service.min_nights ?? null,
    max_nights: service.max_nights ?? null,
    staff: [...names]
      .filter(([_id]) => able.length === 0 || able.includes(_id))
      .map(([_id, full_name]) => ({ _id, full_name })),
  };
}
