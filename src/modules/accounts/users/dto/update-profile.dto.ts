import { ApiProperty } from '@nestjs/swagger';
import { IsByteLength, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { IfPresent, IfPresentOrNull, NoWebAddress, Trimmed } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../companies/index.js';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../passwords/password-hasher.js';
import { MAX_NAME_LENGTH } from './manage-users.dto.js';

const MAX_GIVEN_PASSWORD_LENGTH = 1_024;

/** Fields that are left out stay as they are. */
export class UpdateProfileDto {
  @ApiProperty({ required: false, maxLength: MAX_NAME_LENGTH })
  @IfPresent()
  @Trimmed()
  @IsString()
  @MaxLength(MAX_NAME_LENGTH)
  @NoWebAddress()
  full_name?: string;

  @ApiProperty({ required: false, type: String, enum: COMPANY_LOCALES, nullable: true })
  @IfPresentOrNull()
  @IsIn(COMPANY_LOCALES)
  locale?: CompanyLocale | null;

  @ApiProperty({
    required: false,
    minLength: MIN_PASSWORD_LENGTH,
    description: `The new password, at most ${MAX_PASSWORD_BYTES} bytes in UTF-8; ends the other log-ins`,
  })
  @IfPresent()
  @IsString()
  @MinLength(MIN_PASSWORD_LENGTH)
  @IsByteLength(0, MAX_PASSWORD_BYTES, { message: `password must not be longer than ${MAX_PASSWORD_BYTES} bytes` })
  password?: string;

  @ApiProperty({ required: false, description: 'Needed with `password`' })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_GIVEN_PASSWORD_LENGTH)
  current_password?: string;
}
