import { ApiProperty } from '@nestjs/swagger';
import { IsDivisibleBy, Matches } from 'class-validator';
import {
  Choice,
  EndOfWindow,
  Flag,
  Id,
  Ids,
  MAX_PRICE,
  Money,
  Part,
  Parts,
  Text,
  TimeOfDay,
  WholeNumber,
} from '../../../../../core/http/index.js';
import { MAX_PETS } from '../../../engine/index.js';

export const MAX_SEGMENTS = 10;
const ADD_ON_KEY = /^[a-z0-9]+([_-][a-z0-9]+)*$/;
const MAX_MINUTES = 1_440;
const MAX_NAME = 100;
const MAX_REQUIREMENTS = 20;
const MAX_QUANTITY = 100;
const MAX_HOURS = 8_760;
const MAX_PERCENT = 100;
const MAX_RESCHEDULES = 100;
const GRID_MIN = 5;

export const PET_PLANS = ['parallel', 'sequence', 'stagger'] as const;
export type PetPlan = (typeof PET_PLANS)[number];
export const GATE_KINDS = ['vaccination', 'evaluation', 'agreement'] as const;
export type GateKind = (typeof GATE_KINDS)[number];
export const GATE_MODES = ['block', 'warn', 'allow_with_upload'] as const;
export type GateMode = (typeof GATE_MODES)[number];
export const ADD_ON_PLACES = ['every', 'first', 'last'] as const;
export type AddOnPlace = (typeof ADD_ON_PLACES)[number];

/** Resources of one type that the work needs: any of them, or only the listed ones. */
export class RequirementDto {
  @Id()
  resource_type_id!: string;

  @WholeNumber(1, MAX_QUANTITY, { optional: true, default: 1 })
  quantity: number = 1;

  @Ids(MAX_REQUIREMENTS, {
    optional: true,
    default: [],
    description: 'Only these resources; empty: any resource of the type',
  })
  resource_ids: string[] = [];
}

export class ServiceRequirementDto extends RequirementDto {
  @WholeNumber(0, MAX_SEGMENTS - 1, { nullable: true, description: 'Index of the segment; null: the whole visit' })
  segment: number | null = null;
}

/** A part of the work; in the gap after it nobody is bound. */
export class SegmentDto {
  @Text(MAX_NAME, { nullable: true })
  name: string | null = null;

  @WholeNumber(1, MAX_MINUTES)
  minutes!: number;

  @WholeNumber(0, MAX_MINUTES, { optional: true, default: 0 })
  gap_after_min: number = 0;

  @Flag({ description: 'Whether the staff member is bound' })
  staff!: boolean;

  @Parts(() => RequirementDto, MAX_REQUIREMENTS, { optional: true, default: [] })
  requirements: RequirementDto[] = [];
}

/** What a service means for pets of a kind; of several rows that match the most specific one counts. */
export class PetMatrixRowDto {
  @Text(MAX_NAME, { nullable: true })
  species: string | null = null;

  @Text(MAX_NAME, { nullable: true, description: 'Name of a size of the booking settings' })
  size: string | null = null;

  @Text(MAX_NAME, { nullable: true })
  coat: string | null = null;

  @Text(MAX_NAME, { nullable: true })
  breed: string | null = null;

  @WholeNumber(1, MAX_MINUTES, { nullable: true, description: 'Instead of duration_min' })
  minutes: number | null = null;

  @WholeNumber(-MAX_MINUTES, MAX_MINUTES, { nullable: true, description: 'Added to duration_min' })
  minutes_delta: number | null = null;

  @Money({ nullable: true, description: 'Instead of the price' })
  price: number | null = null;

  @Money({ nullable: true, minimum: -MAX_PRICE, description: 'Added to the price' })
  price_delta: number | null = null;

  @Flag({ optional: true, default: false, description: 'Such pets are not taken' })
  refuse: boolean = false;
}

export class AddOnDto {
  @ApiProperty({ pattern: ADD_ON_KEY.source })
  @Text(50)
  @Matches(ADD_ON_KEY, { message: 'key must be lower-case words joined by - or _' })
  key!: string;

  @Text(MAX_NAME)
  name!: string;

  @WholeNumber(0, MAX_MINUTES)
  minutes!: number;

  @Money()
  price!: number;

  @Parts(() => RequirementDto, MAX_REQUIREMENTS, { optional: true, default: [] })
  requirements: RequirementDto[] = [];

  @Choice(ADD_ON_PLACES, {
    optional: true,
    default: 'last',
    description: 'Of boarding: `every` is done, and costs, each night; else once',
  })
  on: AddOnPlace = 'last';
}

/** What must hold for a pet on the day of the appointment. */
export class GateDto {
  @Choice(GATE_KINDS)
  kind!: GateKind;

  @Text(MAX_NAME, { description: 'For instance the name of the vaccination' })
  name!: string;

  @Choice(GATE_MODES)
  mode!: GateMode;
}

/** How many pets one visit may have, and how they are done: at once, one after another, or begun some minutes apart. */
export class PetsRuleDto {
  @WholeNumber(0, MAX_PETS, { optional: true, default: 0 })
  min: number = 0;

  @WholeNumber(1, MAX_PETS, { optional: true, default: 1 })
  max: number = 1;

  @Choice(PET_PLANS, { optional: true, default: 'parallel' })
  plan: PetPlan = 'parallel';

  @WholeNumber(GRID_MIN, MAX_MINUTES, { nullable: true, description: 'Between two beginnings; for the plan `stagger`' })
  @IsDivisibleBy(GRID_MIN)
  stagger_min: number | null = null;

  @WholeNumber(1, MAX_PETS, {
    optional: true,
    default: 1,
    description: 'Boarding and daycare: up to so many take one unit together',
  })
  share: number = 1;
}

/** What one person does in their own time or for their own price; null: as the service says. */
export class StaffOverrideDto {
  @Id()
  staff_id!: string;

  @WholeNumber(1, MAX_MINUTES, { nullable: true })
  duration_min: number | null = null;

  @Money({ nullable: true })
  price: number | null = null;
}

export class PolicyDto {
  @WholeNumber(0, MAX_HOURS, { description: 'Until so many hours before it begins, cancelling costs nothing' })
  free_cancel_hours!: number;

  @WholeNumber(0, MAX_HOURS)
  free_reschedule_hours!: number;

  @WholeNumber(0, MAX_PERCENT, { description: 'Of the price' })
  late_fee_percent!: number;

  @WholeNumber(0, MAX_RESCHEDULES)
  max_reschedules!: number;

  @WholeNumber(0, MAX_PERCENT, { description: 'Of the price' })
  no_show_fee_percent!: number;
}

export const DEPOSIT_KINDS = ['fixed', 'percent'] as const;
export type DepositKind = (typeof DEPOSIT_KINDS)[number];

/** What a visitor of the public page pays before the booking counts. */
export class DepositDto {
  @Choice(DEPOSIT_KINDS)
  kind!: DepositKind;

  @Money({ minimum: 1, description: 'fixed: of a visit, in minor units; percent: of its price, at most 100' })
  value!: number;
}

/** From when to when the door is open, on the wall. */
export class DoorHoursDto {
  @TimeOfDay()
  from!: string;

  @EndOfWindow()
  to!: string;
}

/** How a half day of daycare ends in the morning and begins in the afternoon. */
export class HalvesDto {
  @TimeOfDay()
  morning_until!: string;

  @Part(() => DoorHoursDto)
  afternoon_arrival!: DoorHoursDto;
}
