import { ApiProperty } from '@nestjs/swagger';
import { CURRENCY, Id, Instant, Parts, PRICE, Text, Texts, WholeNumber } from '../../../../core/http/index.js';
import { PolicyDto } from '../../catalog/index.js';
import type { StoredBooking } from '../../reservations/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import { DescribedPetDto } from '../../availability/index.js';
import { MAX_ADD_ON_KEY, MAX_ADD_ONS } from './public-slots.dto.js';

const MAX_CLIENT_KEY = 100;

export class CreatePublicHoldDto {
  @Id()
  service_id!: string;

  @Instant()
  starts_at!: string;

  @Id({ optional: true, description: 'Only where the page names its staff' })
  staff_id?: string;

  @Parts(() => DescribedPetDto, MAX_PETS, {
    optional: true,
    minItems: 1,
    description: 'The pets of the visit. Duration, person and price depend on them',
  })
  pets?: DescribedPetDto[];

  @WholeNumber(1, MAX_PETS, { optional: true, default: 1, description: 'How many pets come, where pets is left out' })
  pet_count?: number;

  @Texts(MAX_ADD_ONS, MAX_ADD_ON_KEY, { optional: true, description: 'Keys of add-ons' })
  add_ons?: string[];

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;

  @Id({
    optional: true,
    description: 'A hold of the same visitor that has not ended: it is moved. Any other id is ignored',
  })
  replaces?: string;

  @Text(MAX_CLIENT_KEY, {
    optional: true,
    description:
      'A name for the request: repeated it finds the same hold; with another body it is 409 CLIENT_KEY_REUSED',
  })
  client_key?: string;
}

export class PublicHoldDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  service_id!: string;

  @ApiProperty({ type: String, nullable: true, description: 'null where the page names nobody' })
  staff_id!: string | null;

  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  ends_at!: string;

  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  expires_at!: string | null;

  @ApiProperty()
  time_zone!: string;

  @ApiProperty(PRICE)
  price!: number | null;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    example: 2_400,
    description: 'What must be paid online before the booking counts, in minor units; null: nothing',
  })
  deposit!: number | null;

  @ApiProperty({ type: PolicyDto, description: 'The policy that the appointment gets when this hold is confirmed' })
  policy!: PolicyDto;
}

export class PublicHeldDto {
  @ApiProperty({ type: PublicHoldDto })
  hold!: PublicHoldDto;
}

export function toPublicHeldDto(
  held: StoredBooking,
  staff: ReadonlyMap<string, string>,
  deposit: number,
): PublicHeldDto {
  const staffId = held.staff_id?.toHexString() ?? '';
  return {
    hold: {
      _id: held._id.toHexString(),
      service_id: held.service_id.toHexString(),
      staff_id: staff.has(staffId) ? staffId : null,
      starts_at: held.starts_at.toISOString(),
      ends_at: held.ends_at.toISOString(),
      expires_at: held.exp?.toISOString() ?? null,
      time_zone: held.time_zone,
      price: held.price,
      currency: held.currency,
      deposit: deposit || null,
      policy: held.policy,
    },
  };
}
