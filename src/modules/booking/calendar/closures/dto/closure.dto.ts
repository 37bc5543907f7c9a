import { ApiProperty, PartialType } from '@nestjs/swagger';
import {
  Choice,
  EndOfWindow,
  LocalDate,
  PageQueryDto,
  Text,
  TimeOfDay,
  WholeNumber,
} from '../../../../../core/http/index.js';
import { type Closure, CLOSURE_SCOPES, type ClosureScope } from '../closure.schema.js';
import { FIRST_HOLIDAY_YEAR, HOLIDAY_COUNTRIES, type HolidayCountry, LAST_HOLIDAY_YEAR } from '../holidays.js';

const MAX_NAME = 100;

export class CreateClosureDto {
  @Text(MAX_NAME)
  name!: string;

  @LocalDate()
  starts_on!: string;

  @LocalDate({ description: 'The last day, included' })
  ends_on!: string;

  @TimeOfDay({ nullable: true, description: 'Of each of the days; left out: the whole day' })
  from?: string | null;

  @EndOfWindow({ nullable: true })
  to?: string | null;

  @Choice(CLOSURE_SCOPES, { optional: true, default: 'all', description: 'Everything, or only the door' })
  scope?: ClosureScope;
}

/** Fields that are left out stay as they are. */
export class UpdateClosureDto extends PartialType(CreateClosureDto, { skipNullProperties: false }) {}

export class HolidayPackDto {
  @Choice(HOLIDAY_COUNTRIES)
  country!: HolidayCountry;

  @WholeNumber(FIRST_HOLIDAY_YEAR, LAST_HOLIDAY_YEAR)
  year!: number;
}

export class ClosureQueryDto extends PageQueryDto {
  @LocalDate({ optional: true, description: 'Only what ends on it or later' })
  from?: string;

  @LocalDate({ optional: true, description: 'Only what begins on it or earlier' })
  to?: string;
}

export class ClosureDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ format: 'date' })
  starts_on!: string;

  @ApiProperty({ format: 'date' })
  ends_on!: string;

  @ApiProperty({ type: String, nullable: true })
  from!: string | null;

  @ApiProperty({ type: String, nullable: true })
  to!: string | null;

  @ApiProperty({ enum: CLOSURE_SCOPES })
  scope!: ClosureScope;

  @ApiProperty({ type: String, nullable: true, description: 'Which public holiday it is', example: 'BR 2026-09-07' })
  holiday!: string | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of closures, by their end. */
export class ClosurePageDto {
  @ApiProperty({ type: [ClosureDto] })
  items!: ClosureDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

/** The public holidays of a year, whether they are new or were there. */
export class HolidayClosuresDto {
  @ApiProperty({ type: [ClosureDto] })
  items!: ClosureDto[];
}

export function toClosureDto({ holiday, revision, ...closure }: Closure): ClosureDto {
  return {
    ...closure,
    version: revision,
    _id: closure._id.toHexString(),
    company_id: closure.company_id.toHexString(),
    holiday: holiday ?? null,
  };
}
