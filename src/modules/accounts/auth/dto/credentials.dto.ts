import { Choice, Email, Flag, NoWebAddress, RawText, Text, TimeZone } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale, Country, MAX_COMPANY_NAME } from '../../companies/index.js';
import { MAX_NAME_LENGTH, NewPassword } from '../../users/index.js';

const MAX_GIVEN_PASSWORD_LENGTH = 1_024;
const MAX_TOKEN_LENGTH = 512;

export class RegisterDto {
  @Email()
  email!: string;

  @NewPassword()
  password!: string;

  @Text(MAX_COMPANY_NAME)
  @NoWebAddress()
  company_name!: string;

  @Text(MAX_NAME_LENGTH, { optional: true, empty: true })
  @NoWebAddress()
  full_name?: string;

  @TimeZone({ optional: true, description: 'IANA time zone', default: 'UTC' })
  time_zone?: string;

  @Country(', and the currency of prices. By default the country of the time zone')
  country?: string;

  @Choice(COMPANY_LOCALES, { optional: true, default: 'en' })
  locale?: CompanyLocale;

  @Flag({
    optional: true,
    default: false,
    description:
      'Sets up something that can be booked, a moment after the answer: a bath and a bath with clipping for dogs, done by the owner from Monday to Saturday, 9:00 to 18:00',
  })
  starter?: boolean;
}

export class LoginDto {
  @Email()
  email!: string;

  @RawText(MAX_GIVEN_PASSWORD_LENGTH, { minLength: 1 })
  password!: string;
}

export class RefreshDto {
  @RawText(MAX_TOKEN_LENGTH, { optional: true, description: 'Needed except in cookie mode' })
  refreshToken?: string;
}

export class LogoutDto {
  @RawText(MAX_TOKEN_LENGTH, { optional: true, description: 'Ends the session it belongs to as well' })
  refreshToken?: string;
}

export class ForgotPasswordDto {
  @Email()
  email!: string;
}

export class ResetPasswordDto {
  @NewPassword()
  password!: string;
}

export class VerifyEmailDto {
  @RawText(MAX_TOKEN_LENGTH, { minLength: 1, description: 'The last part of the mailed link' })
  token!: string;
}
