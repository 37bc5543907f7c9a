import { ApiProperty } from '@nestjs/swagger';
import { IsByteLength, IsEmail, IsIn, IsNotEmpty, IsString, IsTimeZone, MaxLength, MinLength } from 'class-validator';
import { IfPresent, NormalisedEmail, NoWebAddress, Trimmed } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale, MAX_COMPANY_NAME } from '../../companies/index.js';
import { MAX_EMAIL_LENGTH, MAX_NAME_LENGTH, MAX_PASSWORD_BYTES, MIN_PASSWORD_LENGTH } from '../../users/index.js';

const MAX_GIVEN_PASSWORD_LENGTH = 1_024;
const MAX_TOKEN_LENGTH = 512;

export class RegisterDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH })
  @NormalisedEmail()
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;

  @ApiProperty({ minLength: MIN_PASSWORD_LENGTH, description: `At most ${MAX_PASSWORD_BYTES} bytes in UTF-8` })
  @IsString()
  @MinLength(MIN_PASSWORD_LENGTH)
  @IsByteLength(0, MAX_PASSWORD_BYTES, { message: `password must not be longer than ${MAX_PASSWORD_BYTES} bytes` })
  password!: string;

  @ApiProperty({ maxLength: MAX_COMPANY_NAME })
  @Trimmed()
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_COMPANY_NAME)
  @NoWebAddress()
  company_name!: string;

  @ApiProperty({ required: false, maxLength: MAX_NAME_LENGTH })
  @IfPresent()
  @Trimmed()
  @IsString()
  @MaxLength(MAX_NAME_LENGTH)
  @NoWebAddress()
  full_name?: string;

  @ApiProperty({ required: false, description: 'IANA time zone', default: 'UTC', example: 'America/Sao_Paulo' })
  @IfPresent()
  @IsTimeZone()
  time_zone?: string;

  @ApiProperty({ required: false, enum: COMPANY_LOCALES, default: 'en' })
  @IfPresent()
  @IsIn(COMPANY_LOCALES)
  locale?: CompanyLocale;
}

export class LoginDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH })
  @NormalisedEmail()
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;

  @ApiProperty({ maxLength: MAX_GIVEN_PASSWORD_LENGTH })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_GIVEN_PASSWORD_LENGTH)
  password!: string;
}

export class RefreshDto {
  @ApiProperty({ required: false, maxLength: MAX_TOKEN_LENGTH, description: 'Needed except in cookie mode' })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_TOKEN_LENGTH)
  refreshToken?: string;
}

export class LogoutDto {
  @ApiProperty({ required: false, maxLength: MAX_TOKEN_LENGTH, description: 'Ends the session it belongs to as well' })
  @IfPresent()
  @IsString()
  @MaxLength(MAX_TOKEN_LENGTH)
  refreshToken?: string;
}

export class ForgotPasswordDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH })
  @NormalisedEmail()
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;
}

export class ResetPasswordDto {
  @ApiProperty({ minLength: MIN_PASSWORD_LENGTH, description: `At most ${MAX_PASSWORD_BYTES} bytes in UTF-8` })
  @IsString()
  @MinLength(MIN_PASSWORD_LENGTH)
  @IsByteLength(0, MAX_PASSWORD_BYTES, { message: `password must not be longer than ${MAX_PASSWORD_BYTES} bytes` })
  password!: string;
}

export class VerifyEmailDto {
  @ApiProperty({ maxLength: MAX_TOKEN_LENGTH, description: 'The last part of the mailed link' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(MAX_TOKEN_LENGTH)
  token!: string;
}
