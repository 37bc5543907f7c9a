import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { EXAMPLE_IDS, Id, LocalDate, QueryParts, Texts, WholeNumber } from '../../../../core/http/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import {
  DescribedPetDto,
  Listed,
  PETS_EXAMPLE,
  type Slots,
  traitsOf,
  type VisitItem,
  invalidField,
} from '../../availability/index.js';

export const MAX_ADD_ONS = 20;
export const MAX_ADD_ON_KEY = 50;

export class DateRangeDto {
  @LocalDate({ example: '2030-01-07', description: 'Local; both days are included, 62 at most' })
  from!: string;

  @LocalDate({ example: '2030-01-13' })
  to!: string;
}

export class PublicSlotsQueryDto extends DateRangeDto {
  @Id({ example: EXAMPLE_IDS.service })
  service_id!: string;

  @Id({ optional: true, description: 'Only where the page names its staff' })
  staff_id?: string;

  @QueryParts(() => DescribedPetDto, MAX_PETS, {
    description: 'The pets of the visit, as JSON. Duration, person and price depend on them',
    example: PETS_EXAMPLE,
  })
  pets?: DescribedPetDto[];

  @Type(() => Number)
  @WholeNumber(1, MAX_PETS, { optional: true, default: 1, description: 'How many pets come, where pets is left out' })
  pet_count?: number;

  @Listed()
  @Texts(MAX_ADD_ONS, MAX_ADD_ON_KEY, { optional: true, description: 'Keys of add-ons' })
  add_ons?: string[];

  @Type(() => Number)
  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;
}

export class PublicSlotDto {
  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  ends_at!: string;

  @ApiProperty({ type: [String], description: 'Empty where the page names nobody' })
  staff_ids!: string[];
}

export class PublicSlotDayDto {
  @ApiProperty({ type: String, format: 'date' })
  date!: string;

  @ApiProperty({ type: [PublicSlotDto], description: 'By time; empty on a day without any' })
  slots!: PublicSlotDto[];
}

export class PublicSlotsDto {
  @ApiProperty({ description: 'IANA name of the zone of the dates' })
  time_zone!: string;

  @ApiProperty({ type: [PublicSlotDayDto] })
  days!: PublicSlotDayDto[];
}

/** @param staff names that are shown */
export function toPublicSlotsDto({ time_zone, days }: Slots, staff: ReadonlyMap<string, string>): PublicSlotsDto {
  return {
    time_zone,
    days: days.map(({ date, slots }) => ({
      date,
      slots: slots.map(({ starts_at, ends_at, staff_ids }) => ({
        starts_at: starts_at.toISOString(),
        ends_at: ends_at.toISOString(),
        staff_ids: staff_ids.filter((id) => staff.has(id)),
      })),
    })),
  };
}

/** Descriptions of the pets, or their number. */
export interface DescribedPets {
  pets?: readonly DescribedPetDto[];
  pet_count?: number;
}

/** @throws AppError VALIDATION_ERROR if pet_count and pets differ */
export function itemsFor(
  service_id: string,
  { pets, pet_count }: DescribedPets,
  add_ons: readonly string[],
): VisitItem[] {
  if (pets && pet_count !== undefined && pet_count !== pets.length)
    throw invalidField('pet_count', 'must equal the number of pets in pets; or leave it out');
  if (pets) return pets.map((pet) => ({ service_id, pet_id: null, pet: traitsOf(pet), add_ons }));
  return Array.from({ length: pet_count ?? 1 }, () => ({ service_id, pet_id: null, add_ons }));
}
