import { ApiProperty } from '@nestjs/swagger';
import { PREFERENCE_DESCRIPTIONS as DESCRIPTIONS, type Preferences, THEMES } from '../preferences.js';
import { UserDto } from './user.dto.js';

/** How the staff app looks and behaves for the user. */
export class PreferencesDto implements Preferences {
  @ApiProperty({ enum: THEMES, description: DESCRIPTIONS.theme })
  theme!: Preferences['theme'];

  @ApiProperty({ description: DESCRIPTIONS.keys_off })
  keys_off!: boolean;

  @ApiProperty({ description: DESCRIPTIONS.enter_sends })
  enter_sends!: boolean;
}

/** A user as they see themselves. */
export class ProfileDto extends UserDto {
  @ApiProperty()
  preferences!: PreferencesDto;
}
