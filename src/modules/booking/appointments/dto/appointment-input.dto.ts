import {
  Choice,
  DayOrInstant,
  Flag,
  Id,
  Ids,
  Instant,
  Money,
  PageQueryDto,
  Part,
  Parts,
  Text,
  Texts,
  WholeNumber,
} from '../../../../core/http/index.js';
import {
  APPOINTMENT_ORDERS,
  APPOINTMENT_STATUSES,
  type AppointmentOrder,
  type AppointmentStatus,
  SETTABLE_STATES,
  type SettableStatus,
} from '../../reservations/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import { DescribedPetDto } from '../../availability/index.js';

const MAX_NOTES = 5_000;
const MAX_REASON = 500;
const MAX_ADD_ONS = 20;
const MAX_KEY = 50;
const MAX_CLIENT_KEY = 128;
export const MAX_QUOTE_ID = 64;
const MAX_RESOURCES = 20;
const MAX_MINUTES = 1_440;
const MIN_HOLD_SEC = 10;
const MAX_HOLD_SEC = 3_600;
const MAX_NOTICE_DELAY_SEC = 120;
const SETTABLE_STATUSES = Object.keys(SETTABLE_STATES) as SettableStatus[];

export class ReasonDto {
  @Text(MAX_REASON)
  reason!: string;
}

const OVERRIDE = {
  optional: true,
  description:
    'Overrides lead time, hours, start steps and horizon, up to 30 days back and at any minute, and lets a pet have two appointments at one time, but never takes a time that is taken. The reason is stored',
};

const OVERBOOK = {
  optional: true,
  description:
    'Only for managers: puts the visit beside another one of the same person, or above a limit, but never on a taken table, kennel or room. The reason is stored',
};

const NOTIFY = {
  optional: true,
  description: 'false: the customer gets no notice of this change. Left out: as the booking settings say',
};

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

export class VisitDto {
  @Id({ optional: true, description: 'Needed where there are no items' })
  service_id?: string;

  @Instant()
  starts_at!: string;

  @Instant({ optional: true, description: 'Boarding only: any time on the day of departure' })
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

  @Text(MAX_CLIENT_KEY, {
    optional: true,
    description:
      'A name for the request: repeated it finds the same booking; with another body it is 409 CLIENT_KEY_REUSED',
  })
  client_key?: string;
}

export class CreateHoldDto extends VisitDto {
  @Parts(() => DescribedPetDto, MAX_PETS, {
    optional: true,
    minItems: 1,
    description: 'Descriptions of pets, instead of pet_ids or items',
  })
  pets?: DescribedPetDto[];

  @Id({ optional: true })
  contact_id?: string;

  @WholeNumber(MIN_HOLD_SEC, MAX_HOLD_SEC, { optional: true, description: 'Left out: hold_minutes of the settings' })
  ttl_sec?: number;

  @Id({ optional: true, description: 'A hold that moves here instead of a second one being made' })
  replaces?: string;

  @Part(() => ReasonDto, OVERRIDE)
  override?: ReasonDto;
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

  @Flag(NOTIFY)
  notify_customer?: boolean;
}

export class CreateAppointmentDto extends VisitDto {
  @Id()
  contact_id!: string;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Part(() => ReasonDto, OVERBOOK)
  overbook?: ReasonDto;

  @Part(() => ReasonDto, OVERRIDE)
  override?: ReasonDto;

  @Flag(NOTIFY)
  notify_customer?: boolean;
}

/** Absent fields stay unchanged. All changes are made, or none. */
export class UpdateAppointmentDto {
  @Instant({ optional: true })
  starts_at?: string;

  @Id({ nullable: true, description: 'The staff member who leads the visit; null: anybody who is free' })
  staff_id?: string | null;

  @Id({ optional: true, description: 'Another service for all pets' })
  service_id?: string;

  @Parts(() => VisitItemDto, MAX_PETS, { optional: true, description: 'A service of its own for each pet' })
  items?: VisitItemDto[];

  @Texts(MAX_ADD_ONS, MAX_KEY, { optional: true, description: "Keys of the service's add-ons" })
  add_ons?: string[];

  @Ids(MAX_PETS, { optional: true })
  pet_ids?: string[];

  @Id({ optional: true, description: 'Another customer; pet_ids must be pets of this customer' })
  contact_id?: string;

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;

  @WholeNumber(1, MAX_MINUTES, { optional: true, description: 'Of a visit of one pet; the price stays' })
  duration_min?: number;

  @Ids(MAX_RESOURCES, { optional: true, description: 'The tables, kennels or pools that the visit uses' })
  resource_ids?: string[];

  @Money({
    optional: true,
    description: 'Price of the whole visit. Left out: unchanged work keeps its price, changed work gets a new one',
  })
  price?: number;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Choice(SETTABLE_STATUSES, {
    optional: true,
    description:
      'The next status of the visit; managers may also undo the last one. `confirmed` approves a pending appointment',
  })
  status?: SettableStatus;

  @Part(() => ReasonDto, OVERRIDE)
  override?: ReasonDto;

  @Part(() => ReasonDto, OVERBOOK)
  overbook?: ReasonDto;

  @Flag(NOTIFY)
  notify_customer?: boolean;

  @WholeNumber(0, MAX_NOTICE_DELAY_SEC, {
    optional: true,
    description: 'The notice to the customer waits so long; a change that is taken back within this time sends none',
  })
  notify_delay_sec?: number;
}

export class CancelAppointmentDto {
  @Text(MAX_REASON, { nullable: true })
  reason?: string | null;

  @Flag(NOTIFY)
  notify_customer?: boolean;
}

export class AppointmentQueryDto extends PageQueryDto {
  @DayOrInstant({
    optional: true,
    description: 'Only appointments that end after this time; a date means the whole local day',
  })
  from?: string;

  @DayOrInstant({
    optional: true,
    description: 'Only appointments that begin before this time; a date means the whole local day',
  })
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

  @Choice(APPOINTMENT_ORDERS, { optional: true, default: 'earliest', description: 'Which start comes first' })
  order?: AppointmentOrder;
}
