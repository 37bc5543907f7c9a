import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { MAX_NIGHTS, MAX_PETS } from '../../../engine/index.js';
import { CURRENCY, Id, PRICE, QueryIds, QueryTexts, WholeNumber } from '../../../../../core/http/index.js';
import type { QuotedLine, VisitQuote } from '../../rules/visit-quote.js';

const MAX_ADD_ONS = 20;
const MAX_KEY = 50;

export class QuoteQueryDto {
  @QueryIds(MAX_PETS, { description: 'Left out: one pet of which nothing is known' })
  pet_ids?: string[];

  @Id({ optional: true, description: 'Who may have their own time and price' })
  staff_id?: string;

  @QueryTexts(MAX_ADD_ONS, MAX_KEY, { description: 'Keys; for each of the pets' })
  add_ons?: string[];

  @WholeNumber(1, MAX_NIGHTS, { optional: true, default: 1, description: 'Of boarding' })
  @Type(() => Number)
  nights?: number;
}

export class QuotedLineDto implements QuotedLine {
  @ApiProperty({ type: String, nullable: true })
  pet_id!: string | null;

  @ApiProperty({ description: 'Minutes from the beginning of the visit' })
  starts_after_min!: number;

  @ApiProperty()
  minutes!: number;

  @ApiProperty({ ...PRICE, nullable: false })
  price!: number;
}

/** What a visit takes and costs, whenever it is; of a stay the minutes are 0. */
export class QuoteDto implements VisitQuote {
  @ApiProperty()
  minutes!: number;

  @ApiProperty({ ...PRICE, nullable: false })
  price!: number;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ type: [QuotedLineDto] })
  lines!: QuotedLineDto[];

  @ApiProperty({ description: 'False when the service does not take one of the pets' })
  accepted!: boolean;
}
