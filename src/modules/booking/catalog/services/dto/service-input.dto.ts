import { PartialType } from '@nestjs/swagger';
import { IsDivisibleBy } from 'class-validator';
import {
  Choice,
  Flag,
  Ids,
  Money,
  PageQueryDto,
  Part,
  Parts,
  QueryFlag,
  Text,
  Texts,
  Weekdays,
  WholeNumber,
} from '../../../../../core/http/index.js';
import { SERVICE_KINDS, type ServiceKind } from '../service.schema.js';
import {
  AddOnDto,
  DepositDto,
  DoorHoursDto,
  GateDto,
  HalvesDto,
  MAX_SEGMENTS,
  PetMatrixRowDto,
  PetsRuleDto,
  PolicyDto,
  SegmentDto,
  ServiceRequirementDto,
  StaffOverrideDto,
} from './service-parts.dto.js';

const MAX_NAME = 120;
const MAX_DESCRIPTION = 5_000;
const MAX_DURATION_MIN = 1_440;
const MAX_BUFFER_MIN = 720;
const MAX_LEAD_MIN = 525_600;
const MAX_HORIZON_DAYS = 730;
const MAX_NIGHTS = 365;
const MAX_STAFF = 200;
const MAX_ROWS = 500;
const MAX_PARTS = 50;
const GRID_MIN = 5;

export class CreateServiceDto {
  @Text(MAX_NAME)
  name!: string;

  @Text(MAX_DESCRIPTION, { nullable: true })
  description?: string | null;

  @Choice(SERVICE_KINDS, { optional: true, default: 'timed' })
  kind?: ServiceKind;

  @WholeNumber(GRID_MIN, MAX_DURATION_MIN, { description: 'What the customer sees: all segments and the gaps between' })
  duration_min!: number;

  @WholeNumber(0, MAX_BUFFER_MIN, { optional: true, default: 0 })
  buffer_before_min?: number;

  @WholeNumber(0, MAX_BUFFER_MIN, { optional: true, default: 0 })
  buffer_after_min?: number;

  @WholeNumber(GRID_MIN, MAX_DURATION_MIN, { optional: true, default: 15, description: 'A multiple of 5' })
  @IsDivisibleBy(GRID_MIN)
  step_min?: number;

  @WholeNumber(0, MAX_LEAD_MIN, { optional: true, default: 0 })
  lead_time_min?: number;

  @WholeNumber(0, MAX_LEAD_MIN, { nullable: true, description: 'On the public page; null: lead_time_min' })
  public_lead_time_min?: number | null;

  @WholeNumber(0, MAX_HORIZON_DAYS, { optional: true, default: 60, description: 'How far ahead customers book' })
  horizon_days?: number;

  @WholeNumber(0, MAX_HORIZON_DAYS, {
    optional: true,
    default: 730,
    description: 'How far ahead staff book, also series',
  })
  staff_horizon_days?: number;

  @Money({ nullable: true, description: 'Of a visit, a night or a day, in minor units of the company’s currency' })
  price?: number | null;

  @Ids(MAX_STAFF, { optional: true, default: [], description: 'Who does it; empty: any bookable staff member' })
  staff_ids?: string[];

  @Flag({ optional: true, description: 'Whether it takes a staff member; by default so for `timed`' })
  require_staff?: boolean;

  @Parts(() => StaffOverrideDto, MAX_STAFF, { optional: true, default: [] })
  staff_overrides?: StaffOverrideDto[];

  @Parts(() => ServiceRequirementDto, MAX_PARTS, { optional: true, default: [] })
  requirements?: ServiceRequirementDto[];

  @Parts(() => SegmentDto, MAX_SEGMENTS, { optional: true, default: [], description: 'None: the service is one' })
  segments?: SegmentDto[];

  @Part(() => PetsRuleDto, { optional: true })
  pets?: PetsRuleDto;

  @Texts(MAX_PARTS, MAX_NAME, { optional: true, default: [], description: 'Empty: every species' })
  accepted_species?: string[];

  @Parts(() => PetMatrixRowDto, MAX_ROWS, { optional: true, default: [] })
  pet_matrix?: PetMatrixRowDto[];

  @Parts(() => AddOnDto, MAX_PARTS, { optional: true, default: [] })
  add_ons?: AddOnDto[];

  @Parts(() => GateDto, MAX_PARTS, { optional: true, default: [] })
  gates?: GateDto[];

  @Part(() => PolicyDto, { nullable: true, description: 'null: that of the booking settings' })
  policy?: PolicyDto | null;

  @Part(() => DepositDto, { nullable: true, description: 'Paid online before the booking counts; null: none' })
  deposit?: DepositDto | null;

  @Flag({ optional: true, default: true })
  active?: boolean;

  @Flag({ optional: true, default: true, description: 'Whether the public page offers it' })
  public?: boolean;

  @Part(() => DoorHoursDto, { nullable: true, description: 'Boarding and daycare: when pets are brought' })
  arrival?: DoorHoursDto | null;

  @Part(() => DoorHoursDto, { nullable: true, description: 'Boarding and daycare: when pets are fetched' })
  pickup?: DoorHoursDto | null;

  @Weekdays({ optional: true, description: 'Boarding and daycare: days on which pets come and go; by default all' })
  weekdays?: number[];

  @WholeNumber(1, MAX_NIGHTS, { nullable: true, description: 'Boarding' })
  min_nights?: number | null;

  @WholeNumber(1, MAX_NIGHTS, { nullable: true, description: 'Boarding' })
  max_nights?: number | null;

  @Flag({ optional: true, default: false, description: 'Daycare: a visit is half a day' })
  half_day?: boolean;

  @Part(() => HalvesDto, { nullable: true, description: 'Daycare by half days' })
  halves?: HalvesDto | null;
}

/** Fields that are left out stay as they are; lists are replaced whole. */
export class UpdateServiceDto extends PartialType(CreateServiceDto, { skipNullProperties: false }) {}

export class ServiceQueryDto extends PageQueryDto {
  @Choice(SERVICE_KINDS, { optional: true })
  kind?: ServiceKind;

  @QueryFlag()
  active?: boolean;
}
