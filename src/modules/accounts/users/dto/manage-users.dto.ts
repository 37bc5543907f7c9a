import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsEmail, IsIn, IsString, MaxLength } from 'class-validator';
import { IfPresent, IfPresentOrNull, NormalisedEmail, NoWebAddress, Trimmed } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../companies/index.js';

export const MAX_EMAIL_LENGTH = 254;
export const MAX_NAME_LENGTH = 120;
/** Somebody becomes an owner only after accepting, so that a company can't be left to an address nobody reads. */
const INVITED_ROLES = ['manager', 'staff'] as const;
const ASSIGNABLE_ROLES = ['owner', 'manager', 'staff'] as const;

export class InviteUserDto {
  @ApiProperty({ format: 'email', maxLength: MAX_EMAIL_LENGTH })
  @NormalisedEmail()
  @IsEmail()
  @MaxLength(MAX_EMAIL_LENGTH)
  email!: string;

  @ApiProperty({ enum: INVITED_ROLES })
  @IsIn(INVITED_ROLES)
  role!: (typeof INVITED_ROLES)[number];

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
}

/** Fields that are left out stay as they are. */
export class UpdateUserDto {
  @ApiProperty({ required: false, maxLength: MAX_NAME_LENGTH })
  @IfPresent()
  @Trimmed()
  @IsString()
  @MaxLength(MAX_NAME_LENGTH)
  @NoWebAddress()
  full_name?: string;

  @ApiProperty({ required: false, enum: ASSIGNABLE_ROLES })
  @IfPresent()
  @IsIn(ASSIGNABLE_ROLES)
  role?: (typeof ASSIGNABLE_ROLES)[number];

  @ApiProperty({ required: false, description: 'True ends all log-ins and refuses new ones' })
  @IfPresent()
  @IsBoolean()
  disabled?: boolean;
}
