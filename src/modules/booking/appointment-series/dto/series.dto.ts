import { ApiProperty } from '@nestjs/swagger';
import { AppointmentDto, type AppointmentView } from '../../appointments/index.js';
import {
  Choice,
  Flag,
  Id,
  Ids,
  Instant,
  LocalDate,
  Part,
  Parts,
  Text,
  Texts,
  WholeNumber,
} from '../../../../core/http/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import { invalidField } from '../../availability/index.js';
import { OCCURRENCE_STATUSES } from '../series-report.service.js';
import { MAX_OCCURRENCES } from '../series-rule.js';
import { SERIES_STATES, type SeriesState } from '../series.schema.js';
import type { Decision, SeriesRequest } from '../series-planner.js';
import type { BookedSeries } from '../series.service.js';

const MAX_WEEKS = 52;
const MAX_TOLERANCE_DAYS = 6;
const MAX_NOTES = 5_000;
const MAX_ADD_ONS = 20;
const MAX_KEY = 50;
const ACTIONS = ['keep', 'skip', 'move'] as const;

export class SeriesRuleDto {
  @WholeNumber(1, MAX_WEEKS)
  every_weeks!: number;

  @WholeNumber(1, MAX_OCCURRENCES, { nullable: true, description: 'How often; this or until' })
  count: number | null = null;

  @LocalDate({ nullable: true, description: 'The last local day on which one may begin' })
  until: string | null = null;
}

export class SeriesRuleInputDto extends SeriesRuleDto {
  @WholeNumber(0, MAX_TOLERANCE_DAYS, { optional: true, default: MAX_TOLERANCE_DAYS, description: 'Of alternatives' })
  tolerance_days: number = MAX_TOLERANCE_DAYS;
}

export class SeriesDecisionDto {
  @WholeNumber(0, MAX_OCCURRENCES - 1, { description: 'Of the occurrence, from 0' })
  index!: number;

  @Choice(ACTIONS)
  action!: (typeof ACTIONS)[number];

  @Instant({ optional: true, description: 'Where it moves to' })
  starts_at?: string;
}

export class CreateSeriesDto {
  @Id()
  service_id!: string;

  @Id()
  contact_id!: string;

  @Ids(MAX_PETS, { optional: true })
  pet_ids?: string[];

  @Id({ optional: true })
  staff_id?: string;

  @Texts(MAX_ADD_ONS, MAX_KEY, { optional: true, description: "Keys of the service's add-ons" })
  add_ons?: string[];

  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;

  @Instant({ description: 'The first; the others show the same on the wall' })
  starts_at!: string;

  @Part(() => SeriesRuleInputDto)
  rule!: SeriesRuleInputDto;

  @Text(MAX_NOTES, { nullable: true })
  notes?: string | null;

  @Flag({ optional: true, default: false, description: 'false: only says what is in the way' })
  commit: boolean = false;

  @Parts(() => SeriesDecisionDto, MAX_OCCURRENCES, { optional: true, default: [] })
  decisions: SeriesDecisionDto[] = [];
}

export class SeriesAlternativeDto {
  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ type: String, nullable: true })
  staff_id!: string | null;
}

export class OccurrenceDto {
  @ApiProperty()
  index!: number;

  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty({ enum: OCCURRENCE_STATUSES })
  status!: (typeof OCCURRENCE_STATUSES)[number];

  @ApiProperty({ type: String, nullable: true, description: 'What forbids it, where it is not offered' })
  rule!: string | null;

  @ApiProperty({ type: [SeriesAlternativeDto] })
  alternatives!: SeriesAlternativeDto[];
}

export class SeriesReportDto {
  @ApiProperty({ description: 'IANA name of the zone whose wall the series keeps to' })
  time_zone!: string;

  @ApiProperty({ type: [OccurrenceDto] })
  occurrences!: OccurrenceDto[];
}

export class SeriesDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ enum: SERIES_STATES })
  state!: SeriesState;

  @ApiProperty()
  service_id!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  starts_at!: string;

  @ApiProperty()
  time_zone!: string;

  @ApiProperty({ type: SeriesRuleDto })
  rule!: SeriesRuleDto;

  @ApiProperty({ type: String, format: 'date-time' })
  created_at!: string;

  @ApiProperty({ type: String, format: 'date-time' })
  updated_at!: string;
}

export class BookedSeriesDto {
  @ApiProperty({ type: SeriesDto })
  series!: SeriesDto;

  @ApiProperty({ type: [AppointmentDto], description: 'By time' })
  appointments!: AppointmentDto[];
}

export function toBookedSeriesDto(
  { series }: Pick<BookedSeries, 'series'>,
  appointments: AppointmentView[],
): BookedSeriesDto {
  const { _id, state, service_id, starts_at, time_zone, rule, created_at, updated_at } = series;
  return {
    series: {
      _id: _id.toHexString(),
      state,
      service_id: service_id.toHexString(),
      starts_at: starts_at.toISOString(),
      time_zone,
      rule,
      created_at: created_at.toISOString(),
      updated_at: updated_at.toISOString(),
    },
    appointments,
  };
}

export function toSeriesRequest({
  starts_at,
  rule,
  commit: _,
  decisions: __,
  ...visit
}: CreateSeriesDto): SeriesRequest {
  const { tolerance_days, every_weeks, count, until } = rule;
  return { ...visit, starts_at: new Date(starts_at), rule: { every_weeks, count, until }, tolerance_days };
}

/** @throws AppError VALIDATION_ERROR if a move has no starts_at */
export function toDecision({ index, action, starts_at }: SeriesDecisionDto): Decision {
  if (action !== 'move') return { index, action };
  if (starts_at === undefined) throw invalidField('decisions', 'must say where an occurrence moves to');
  return { index, action, starts_at: new Date(starts_at) };
}
