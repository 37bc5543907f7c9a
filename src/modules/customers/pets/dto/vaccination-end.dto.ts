import { ApiProperty } from '@nestjs/swagger';
import { Choice, LocalDate, PageQueryDto } from '../../../../core/http/index.js';

export const END_ORDERS = ['soonest', 'latest'] as const;
export type EndOrder = (typeof END_ORDERS)[number];

export class VaccinationEndQueryDto extends PageQueryDto {
  @LocalDate({ optional: true, description: 'The first day, included' })
  from?: string;

  @LocalDate({ optional: true, description: 'The last day, included' })
  until?: string;

  @Choice(END_ORDERS, { optional: true, description: 'Which end comes first; `soonest` if left out' })
  order?: EndOrder;
}

export class VaccinatedPetDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ example: 'Luna' })
  name!: string;

  @ApiProperty({ type: String, nullable: true, example: 'dog' })
  species!: string | null;
}

export class VaccinationOwnerDto {
  @ApiProperty({ example: 'Carla Dias' })
  full_name!: string;

  @ApiProperty({ type: String, nullable: true })
  phone!: string | null;

  @ApiProperty({ type: String, nullable: true })
  email!: string | null;
}

/** A proof that staff have accepted in place of a vaccination. */
export class VaccinationClearanceDto {
  @ApiProperty({ example: 'Rabies' })
  name!: string;

  @ApiProperty({ type: String, format: 'date', nullable: true, description: 'The last day; null: no end' })
  valid_until!: string | null;
}

/** The vaccinations of one pet that end on one day. */
export class VaccinationEndDto {
  @ApiProperty({ format: 'date', example: '2030-03-01', description: 'The last day of validity' })
  expires_on!: string;

  @ApiProperty({ type: [String], example: ['Rabies'] })
  names!: string[];

  @ApiProperty({ type: [VaccinationClearanceDto], description: 'Of these vaccinations, if they are valid longer' })
  clearances!: VaccinationClearanceDto[];

  @ApiProperty({ type: VaccinatedPetDto })
  pet!: VaccinatedPetDto;

  @ApiProperty()
  contact_id!: string;

  @ApiProperty({
    type: VaccinationOwnerDto,
    nullable: true,
    description: 'Null for an API key without `contacts:read`',
  })
  contact!: VaccinationOwnerDto | null;
}

/** One page of vaccinations by the day on which they end. */
export class VaccinationEndPageDto {
  @ApiProperty({ type: [VaccinationEndDto] })
  items!: VaccinationEndDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
