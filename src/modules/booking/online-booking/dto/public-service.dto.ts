import { ApiProperty } from '@nestjs/swagger';
import { CURRENCY, PRICE } from '../../../../core/http/index.js';
import {
  type BookableService,
  type CatalogSnapshot,
  PolicyDto,
  SERVICE_KINDS,
  type ServiceKind,
} from '../../catalog/index.js';

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

  @ApiProperty({ description: 'Of a visit of the pets in the query; without pets that of the service' })
  duration_min!: number;

  @ApiProperty({
    ...PRICE,
    description: `${PRICE.description}; for all pets in the query, of boarding for one night. Without pets a pet may change it`,
  })
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ description: 'False if the service does not take these pets, or not so many' })
  accepted!: boolean;

  @ApiProperty({ type: PolicyDto })
  policy!: PolicyDto;

  @ApiProperty({ description: 'Bookable so many days ahead' })
  horizon_days!: number;

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

/** How a service is priced for the pets of the question. */
export type ServiceOffer = Pick<PublicServiceDto, 'duration_min' | 'price' | 'accepted'>;

export function toPublicServiceDto(
  service: BookableService,
  { currency, settings }: CatalogSnapshot,
  names: ReadonlyMap<string, string>,
  offer: ServiceOffer,
): PublicServiceDto {
  const able = service.staff_ids.map((id) => id.toHexString());
  return {
    _id: service._id.toHexString(),
    name: service.name,
    description: service.description ?? null,
    kind: service.kind,
    ...offer,
    currency,
    policy: service.policy ?? settings.policy,
    horizon_days: service.horizon_days,
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
