import { ApiProperty } from '@nestjs/swagger';
import { Equals } from 'class-validator';
import { LocalDate } from '../../../../../core/http/index.js';

/** At the same time on the wall, every week. */
export class RepeatDto {
  @ApiProperty({ enum: [true], type: Boolean })
  @Equals(true)
  weekly!: true;

  @LocalDate({ description: 'The last day on which it may begin' })
  until!: string;
}
