import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { CURRENCY, EXAMPLE_IDS, Id, PRICE, QueryParts, Texts, WholeNumber } from '../../../../core/http/index.js';
import { DescribedPetDto, Listed, PETS_EXAMPLE } from '../../availability/index.js';
import { MAX_NIGHTS, MAX_PETS } from '../../engine/index.js';
import { MAX_ADD_ON_KEY, MAX_ADD_ONS } from './public-slots.dto.js';

export class PublicQuoteQueryDto {
  @Id({ example: EXAMPLE_IDS.service })
  service_id!: string;

  @Id({ optional: true, description: 'Only where the page names its staff' })
  staff_id?: string;

  @QueryParts(() => DescribedPetDto, MAX_PETS, {
    description: 'The pets of the visit, as JSON. Without it: one pet with unknown traits',
    example: PETS_EXAMPLE,
  })
  pets?: DescribedPetDto[];

  @Listed()
  @Texts(MAX_ADD_ONS, MAX_ADD_ON_KEY, { optional: true, description: 'Keys of add-ons' })
  add_ons?: string[];

  @Type(() => Number)
  @WholeNumber(1, MAX_NIGHTS, { optional: true, description: 'Of boarding' })
  nights?: number;
}

/** What the visit takes and costs, unless a person with a price of their own does it: the hold says the final price. */
export class PublicQuoteDto {
  @ApiProperty({ description: '0 for a stay' })
  minutes!: number;

  @ApiProperty({ ...PRICE, nullable: false })
  price!: number;

  @ApiProperty(CURRENCY)
  currency!: string;

  @ApiProperty({ description: 'False if the service does not take one of the pets' })
  accepted!: boolean;
}
