import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfPresent, PageQueryDto } from '../../../core/http/index.js';
import {
  Choice,
  DayOrInstant,
  Id,
  Ids,
  Instant,
  Part,
  Parts,
  Text,
  Texts,
  WholeNumber,
} from '../catalog/fields/field.decorators.js';
import { APPOINTMENT_STATUSES, type AppointmentStatus } from '../claims/booking-status.js';
import { MAX_NIGHTS, MAX_PETS } from '../engine/index.js';
import { DescribedPetDto } from '../slots/dto/described-pet.dto.js';

const MAX_NOTES = 5_000;
const MAX_REASON = 500;
const MAX_ADD_ONS = 20;
const MAX_KEY = 50;
const MAX_CLIENT_KEY = 128;
export const MAX_QUOTE_ID = 64;
const MIN_HOLD_SEC = 10;
const MAX_HOLD_SEC = 3_600;
/** What a person can make of an appointment. */
export const SETTABLE_STATUSES = [
  'confirmed',
  'checked_in',
  'in_progress',
  'completed',
  'no_show',
  'cancelled',
] as const satisfies readonly AppointmentStatus[];

/** One pet and what is done to it. */
export class VisitItemDto {
  @Id()
  service_id!: string;

  @Id({ nullable: true })
  pet_id?: string | null;

  @Id({ optional: true })
  staff_id?: string;

  @Texts(MAX_ADD_ONS, MAX_KEY, { optional: true, description: "Keys of the service's add-ons" })
  add_ons?: string[];
}

/** What is to be done, to which pets, and when. */
export class VisitDto {
  @Id({ optional: true, description: 'Needed where there are no items' })
  service_id?: string;

  @Instant()
  starts_at!: string;

  @Instant({ optional: true, description: 'Of boarding: any time of the day of departure' })
  ends_at?: string;

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding; says the same as ends_at' })
  nights?: number;

  @Id({ optional: true, description: 'Who leads it; left out: the least busy who can' })
  staff_id?: string;

  @Ids(MAX_PETS, { optional: true, description: 'All together, by the plan of the service' })
  pet_ids?: string[];

  @Texts(MAX_ADD_ONS, MAX_KEY, { optional: true, description: "Keys of the service's add-ons" })
  add_ons?: string[];

  @Parts(() => VisitItemDto, MAX_PETS, { optional: true, description: 'A service of its own for each pet' })
  items?: VisitItemDto[];

  @Text(MAX_CLIENT_KEY, { optional: true, description: 'Repeated, it finds the same booking' })
  client_key?: string;
}

export class CreateHoldDto extends VisitDto {
  @Parts(() => DescribedPetDto, MAX_PETS, {
    optional: true,
    minItems: 1,
    description: 'Pets that are described instead of named; not together with pet_ids or items',
  })
  pets?: DescribedPetDto[];

  @Id({ optional: true })
  contact_id?: string;

  @WholeNumber(MIN_HOLD_SEC, MAX_HOLD_SEC, { optional: true, description: 'Left out: hold_minutes of the settings' })
  ttl_sec?: number;

  @Id({ optional: true, description: 'A hold that moves here instead of a second one being made' })
  replaces?: string;
}

export class ExtendHoldDto {
  @WholeNumber(MIN_HOLD_SEC, MAX_HOLD_SEC, { optional: true, default: 600, description: 'From now on' })
  ttl_sec?: number;
}

export class ConfirmHoldDto {
  @Id()
  contact_id!: string;

  @Ids(MAX_PETS, { optional: true })
  pet_ids?: string[];

  @Text(MAX_QUOTE_ID, { optional: true, description: 'Accepts the quote with this id of a QUOTE_CHANGED answer' })
  accept_quote?: string;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;
}

export class OverbookDto {
  @Text(MAX_REASON)
  reason!: string;
}

export class CreateAppointmentDto extends VisitDto {
  @Id()
  contact_id!: string;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Part(() => OverbookDto, { optional: true, description: 'Managers only: on top of what is there' })
  overbook?: OverbookDto;
}

/** Fields that are left out stay as they are. */
export class UpdateAppointmentDto {
  @Instant({ optional: true })
  starts_at?: string;

  @Id({ nullable: true, description: 'null: whoever can' })
  staff_id?: string | null;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @ApiProperty({ enum: SETTABLE_STATUSES, required: false, description: 'confirmed: approves what is pending' })
  @IfPresent()
  @IsIn(SETTABLE_STATUSES)
  status?: (typeof SETTABLE_STATUSES)[number];
}

export class CancelAppointmentDto {
  @Text(MAX_REASON, { nullable: true })
  reason?: string | null;
}

export class AppointmentQueryDto extends PageQueryDto {
  @DayOrInstant({ optional: true, description: 'Only what ends after it; a date is the whole local day' })
  from?: string;

  @DayOrInstant({ optional: true, description: 'Only what begins before it; a date is the whole local day' })
  to?: string;

  @Id({ optional: true })
  staff_id?: string;

  @Id({ optional: true })
  resource_id?: string;

  @Id({ optional: true })
  contact_id?: string;

  @Id({ optional: true })
  pet_id?: string;

  @Choice(APPOINTMENT_STATUSES, { optional: true })
  status?: AppointmentStatus;
}
