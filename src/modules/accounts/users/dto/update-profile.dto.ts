import { Choice, Flag, NoWebAddress, Part, RawText, Text } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../companies/index.js';
import { MAX_PASSWORD_BYTES } from '../passwords/password-hasher.js';
import { PREFERENCE_DESCRIPTIONS as DESCRIPTIONS, type Preferences, THEMES } from '../preferences.js';
import { MAX_NAME_LENGTH } from './manage-users.dto.js';
import { NewPassword } from './new-password.decorator.js';

const MAX_GIVEN_PASSWORD_LENGTH = 1_024;

export class UpdatePreferencesDto implements Partial<Preferences> {
  @Choice(THEMES, { optional: true, description: DESCRIPTIONS.theme })
  theme?: Preferences['theme'];

  @Flag({ optional: true, description: DESCRIPTIONS.keys_off })
  keys_off?: boolean;

  @Flag({ optional: true, description: DESCRIPTIONS.enter_sends })
  enter_sends?: boolean;
}

/** Fields that are left out stay as they are. */
export class UpdateProfileDto {
  @Text(MAX_NAME_LENGTH, { optional: true, empty: true })
  @NoWebAddress()
  full_name?: string;

  @Choice(COMPANY_LOCALES, { nullable: true })
  locale?: CompanyLocale | null;

  @Part(() => UpdatePreferencesDto, { optional: true, description: 'Preferences that are left out stay as they are' })
  preferences?: UpdatePreferencesDto;

  @NewPassword({
    optional: true,
    description: `The new password, at most ${MAX_PASSWORD_BYTES} bytes in UTF-8; ends the other log-ins`,
  })
  password?: string;

  @RawText(MAX_GIVEN_PASSWORD_LENGTH, { optional: true, description: 'Needed with `password`' })
  current_password?: string;
}
