import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { IfPresent, PageQueryDto } from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { type Platform, PLATFORMS } from '../schemas/platform.js';

const MAX_TAG = 50;

export class ContactQueryDto extends PageQueryDto {
  /** Every word of it begins a word of the name, the phone or the e-mail address. */
  @ApiProperty({
    required: false,
    maxLength: MAX_QUERY_LENGTH,
    description: 'Beginnings of words of name, phone, mail',
  })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_QUERY_LENGTH)
  q?: string;

  @ApiProperty({ required: false, enum: PLATFORMS })
  @IfPresent()
  @IsIn(PLATFORMS)
  platform?: Platform;

  @ApiProperty({ required: false, maxLength: MAX_TAG })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_TAG)
  tag?: string;
}
