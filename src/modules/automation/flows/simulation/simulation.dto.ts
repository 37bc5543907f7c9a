import { ApiProperty } from '@nestjs/swagger';
import {
  Email,
  Flag,
  Instant,
  LocalDate,
  Part,
  Parts,
  Phone,
  RawText,
  Text,
  Texts,
  Weight,
  WholeNumber,
} from '../../../../core/http/index.js';
import { type FlowGraph, type Simulation, STOP_REASONS, type StopReason } from '../../flow-core/index.js';
import { GraphField, ZodField } from '../graph/graph-field.decorator.js';
import type { FlowStubs } from './simulation-parts.js';

const MAX_INPUTS = 100;
const MAX_TEXT = 5_000;
const MAX_SHORT = 100;
const MAX_CHOICE = 99;
const MAX_TAGS = 50;
const MAX_PETS = 10;
const MAX_VACCINATIONS = 20;

/**
 * One message of the customer: a text, a tap on a choice, or a tap with its text. With `at` alone nobody writes, and only the clock
 * moves.
 */
export class SimulationInputDto {
  @RawText(MAX_TEXT, { optional: true })
  text?: string;

  /** The number of the tapped choice; the first one is 1. */
  @WholeNumber(1, MAX_CHOICE, { optional: true })
  choice?: number;

  /** When the customer writes; everything that is due before happens first. Left out: at once. */
  @Instant({ optional: true })
  at?: string;
}

export class SimulatedVaccinationDto {
  @Text(MAX_SHORT)
  name!: string;

  @LocalDate({ nullable: true })
  expires_on?: string | null;
}

export class SimulatedPetDto {
  @Text(MAX_SHORT)
  name!: string;

  @Text(MAX_SHORT, { nullable: true })
  species?: string | null;

  @Text(MAX_SHORT, { nullable: true })
  breed?: string | null;

  @Weight({ nullable: true })
  weight_kg?: number | null;

  @Parts(() => SimulatedVaccinationDto, MAX_VACCINATIONS, { optional: true })
  vaccinations?: SimulatedVaccinationDto[];
}

/** A customer who does not exist. */
export class SimulatedContactDto {
  @Text(MAX_SHORT, { optional: true })
  full_name?: string;

  @Phone({ nullable: true })
  phone?: string | null;

  @Email({ nullable: true })
  email?: string | null;

  @Texts(MAX_TAGS, MAX_SHORT, { optional: true })
  tags?: string[];

  @Parts(() => SimulatedPetDto, MAX_PETS, { optional: true })
  pets?: SimulatedPetDto[];
}

export class SimulatedAppointmentDto {
  /** The name of the service. */
  @Text(MAX_SHORT)
  service!: string;

  @Instant()
  starts_at!: string;

  /** The name of the person. */
  @Text(MAX_SHORT, { nullable: true })
  staff?: string | null;
}

/** A conversation to simulate. */
export class SimulationSetupDto {
  @Parts(() => SimulationInputDto, MAX_INPUTS)
  inputs!: SimulationInputDto[];

  @Part(() => SimulatedContactDto, { optional: true })
  contact?: SimulatedContactDto;

  /** Left out: an invented one if an appointment starts the flow, else none. */
  @Part(() => SimulatedAppointmentDto, { optional: true })
  appointment?: SimulatedAppointmentDto;

  /** The outcomes of actions by the id of their node. An action without one succeeds. */
  @ZodField('FlowStubs', { optional: true })
  stubs?: FlowStubs;

  /** Whether the company is open. Left out: yes. */
  @Flag({ optional: true })
  is_open?: boolean;

  /** Whether the platform lets the company answer freely. Left out: yes. */
  @Flag({ optional: true })
  is_window_open?: boolean;

  /** When the conversation begins. Left out: now. */
  @Instant({ optional: true })
  now?: string;
}

export class SimulateFlowDto extends SimulationSetupDto {
  /** Left out: the draft. */
  @GraphField({ optional: true })
  graph?: FlowGraph;
}

export class TranscriptLineDto {
  @ApiProperty({ enum: ['customer', 'flow'] }) from!: 'customer' | 'flow';
  text!: string;
  @ApiProperty({ type: [String] }) choices!: readonly string[];
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: String, nullable: true, description: 'The node that sent the text' }) node_id!: string | null;
}

export class SimulatedEffectDto {
  node_id!: string;
  @ApiProperty({ format: 'date-time' }) at!: string;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '`kind` with the fields of that kind' })
  effect!: Simulation['effects'][number]['effect'];
}

export class VisitedNodeDto {
  node_id!: string;
  @ApiProperty({ type: String, nullable: true, description: 'Null while it waits, and at the end' })
  outlet!: string | null;
}

export class CoveredNodesDto {
  @ApiProperty({ type: 'integer' }) visited!: number;
  @ApiProperty({ type: 'integer' }) all!: number;
}

export class CoveredOutletsDto {
  @ApiProperty({ type: 'integer' }) taken!: number;
  @ApiProperty({ type: 'integer' }) all!: number;
}

export class CoverageDto {
  @ApiProperty({ type: () => CoveredNodesDto }) nodes!: CoveredNodesDto;
  @ApiProperty({ type: () => CoveredOutletsDto }) outlets!: CoveredOutletsDto;
}

/** What a flow would say and do. */
export class SimulationDto {
  @ApiProperty({ type: () => [TranscriptLineDto] }) transcript!: readonly TranscriptLineDto[];
  @ApiProperty({ type: () => [SimulatedEffectDto], description: 'The effects that would happen, without messages' })
  effects!: readonly SimulatedEffectDto[];
  @ApiProperty({ type: () => [VisitedNodeDto] }) path!: readonly VisitedNodeDto[];
  @ApiProperty({ type: () => CoverageDto }) coverage!: CoverageDto;
  @ApiProperty({ enum: STOP_REASONS, nullable: true, description: 'Null while the flow waits, or if it did not start' })
  stop_reason!: StopReason | null;
}
