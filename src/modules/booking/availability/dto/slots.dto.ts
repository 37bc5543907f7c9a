import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  Choice,
  EXAMPLE_IDS,
  Id,
  Ids,
  LocalDate,
  QueryFlag,
  QueryParts,
  Texts,
  WholeNumber,
} from '../../../../core/http/index.js';
import { Type } from 'class-transformer';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import { DescribedPetDto, PETS_EXAMPLE } from './described-pet.dto.js';
import { REMEDIES } from '../remedies.js';
import type { Slots } from '../slots.service.js';
import type { BookingChannel } from '../visit-request-resolver.js';

const MAX_ADD_ONS = 20;
const MAX_KEY = 50;
const CHANNELS = ['staff', 'public'] as const satisfies readonly BookingChannel[];

/** `a,b` or `x=a&x=b` in a query string. */
export const Listed = (): PropertyDecorator =>
  Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(Boolean) : value));

export class SlotsQueryDto {
  @Id({ optional: true, example: EXAMPLE_IDS.service, description: 'Needed unless `except` names an appointment' })
  service_id?: string;

  @Id({
    optional: true,
    description: 'An appointment that is to move: its time counts as free, and without service_id its visit is meant',
  })
  except?: string;

  @LocalDate({ example: '2030-01-07', description: 'Local; both days are included, 62 at most' })
  from!: string;

  @LocalDate({ example: '2030-01-13' })
  to!: string;

  @Id({ optional: true, description: 'Only what this person can lead' })
  staff_id?: string;

  @Listed()
  @Ids(MAX_PETS, { optional: true, description: 'Decide over durations, and who and what is fit for them' })
  pet_ids?: string[];

  @QueryParts(() => DescribedPetDto, MAX_PETS, {
    description: 'Descriptions of pets as JSON, instead of pet_ids',
    example: PETS_EXAMPLE,
  })
  pets?: DescribedPetDto[];

  @Listed()
  @Texts(MAX_ADD_ONS, MAX_KEY, { optional: true, description: 'Keys of add-ons' })
  add_ons?: string[];

  @Type(() => Number)
  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;

  @Choice(CHANNELS, { optional: true, default: 'staff', description: 'Whose lead times and services count' })
  channel?: BookingChannel;

  @QueryFlag({ description: 'Also why the other starts are not offered' })
  explain?: boolean;
}

export class SlotDto {
  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  ends_at!: string;

  @ApiProperty({ type: [String], description: 'Who can lead it; empty where nobody needs to' })
  staff_ids!: string[];
}

export class RefusedStartDto {
  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ description: 'The first rule that forbids it, such as STAFF_BUSY' })
  rule!: string;

  @ApiProperty({ description: 'What staff can do about it', example: 'Give a staff member a schedule' })
  cure!: string;
}

/** Why there can be no time at all, whatever the start. */
export class RefusedVisitDto {
  @ApiProperty({ enum: ['SERVICE_INACTIVE', 'PET_COUNT', 'NIGHTS'] })
  rule!: string;

  @ApiProperty({ example: 'Switch the service on' })
  cure!: string;
}

export class SlotDayDto {
  @ApiProperty({ type: String, format: 'date' })
  date!: string;

  @ApiProperty({ type: [SlotDto], description: 'By time; empty on a day without any' })
  slots!: SlotDto[];

  @ApiProperty({ type: [RefusedStartDto], required: false, description: 'Only where explain was asked for' })
  refused?: RefusedStartDto[];
}

export class SlotsDto {
  @ApiProperty({ description: 'IANA name of the zone of the dates' })
  time_zone!: string;

  @ApiProperty({ type: [SlotDayDto] })
  days!: SlotDayDto[];

  @ApiProperty({ type: RefusedVisitDto, required: false, description: 'Only where explain was asked for' })
  refused?: RefusedVisitDto;
}

export function toSlotsDto({ time_zone, days, refusal }: Slots): SlotsDto {
  return {
    time_zone,
    ...(refusal && { refused: { rule: refusal, cure: REMEDIES[refusal] } }),
    days: days.map(({ date, slots, refused }) => ({
      date,
      slots: slots.map(({ starts_at, ends_at, staff_ids }) => ({
        starts_at: starts_at.toISOString(),
        ends_at: ends_at.toISOString(),
        staff_ids,
      })),
      ...(refused && {
        refused: refused.map(({ starts_at, rule }) => ({
          starts_at: starts_at.toISOString(),
          rule,
          cure: REMEDIES[rule],
        })),
      }),
    })),
  };
}
